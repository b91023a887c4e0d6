import { Injectable } from '@nestjs/common';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { changesBetween } from '../events/event.js';
import { Events } from '../events/events.service.js';
import { stampPlacement } from '../workspaces/placement-lock.js';
import type { PolicyChange } from './policy.dto.js';
import { POLICY_CHANGED } from './policy.events.js';
import { PolicyVersion } from './policy-version.entity.js';

@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** Puts the default policy of a new workspace in force. */
  async open(tx: Tx, workspaceId: string): Promise<void> {
    const policy: PolicyVersion = {
      workspaceId,
      version: 1,
      validFrom: await stampPlacement(tx, workspaceId),
      corroborationThreshold: 2,
      allowSelfReview: false,
      publisherMayBeReviewer: false,
      reReviewAfterDays: null,
    };
    await tx.repository(PolicyVersion).insert(policy);
    await this.recordChange(tx, system(workspaceId), {}, rulesOf(policy));
  }

  /** The policy in force now. */
  async inForce(reader: Reader, workspaceId: string): Promise<PolicyVersion> {
    return reader
      .repository(PolicyVersion)
      .findOneOrFail({ where: { workspaceId }, order: { version: 'DESC' } });
  }

  read(actor: Actor): Promise<PolicyVersion> {
    return this.inForce(this.database, actor.workspaceId);
  }

  /** Puts a new version of the policy in force; what the change leaves unsaid stays as it was. */
  async change(actor: Actor, expected: ExpectedVersion, change: PolicyChange): Promise<PolicyVersion> {
    return this.database.transaction(async (tx) => {
      const validFrom = await stampPlacement(tx, actor.workspaceId);
      const before = await this.inForce(tx, actor.workspaceId);
      expectVersion(expected, before.version);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after: PolicyVersion = { ...before, ...given, version: before.version + 1, validFrom };
      if (Object.keys(changesBetween(rulesOf(before), rulesOf(after))).length === 0) return before;
      await tx.repository(PolicyVersion).insert(after);
      await this.recordChange(tx, actor, rulesOf(before), rulesOf(after));
      return after;
    });
  }

  private recordChange(
    tx: Tx,
    doer: Doer,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.events.append(tx, doer, [
      POLICY_CHANGED.of({ id: doer.workspaceId }, { changes: changesBetween(before, after) }),
    ]);
  }
}

function rulesOf(policy: PolicyVersion): Record<string, unknown> {
  const { workspaceId: _workspace, version: _version, validFrom: _validFrom, ...rules } = policy;
  return rules;
}
