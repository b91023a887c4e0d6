import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Events } from '../../record/events/events.service.js';
import { POLICY_CHANGED } from '../../record/policy/policy.events.js';
import { Policies } from '../../record/policy/policies.service.js';
import { QUEUE_CREATED, QUEUE_UPDATED } from '../queues/queue.events.js';
import { type AskedNeeds, TakingRepository } from './taking.repository.js';

// What another process has changed is not known here until so much later. The taking statement looks whether it is
// still so, and nobody is given what is not for them; only a new queue may be overlooked for as long.
const REMEMBER_MS = 500;
const REMEMBER_AT_MOST = 10_000;
const CHANGES = [QUEUE_CREATED, QUEUE_UPDATED, POLICY_CHANGED];

export interface Rules {
  needs: AskedNeeds[];
  allowSelfReview: boolean;
}

/** What the queues of a workspace and its policy ask of whoever takes. */
@Injectable()
export class TakingRules {
  private changes = 0;
  private readonly known = new Map<string, { rules: Rules; readAt: number }>();

  constructor(
    private readonly database: Database,
    private readonly repository: TakingRepository,
    private readonly policies: Policies,
    events: Events,
  ) {
    events.whenCommitted((written) => {
      if (!written.some(({ type }) => CHANGES.some(({ name }) => name === type.name))) return;
      this.changes += 1;
      this.known.clear();
    });
  }

  /** As they were at most a moment ago. */
  async recent(workspaceId: string): Promise<Rules> {
    const known = this.known.get(workspaceId);
    return known !== undefined && performance.now() - known.readAt < REMEMBER_MS
      ? known.rules
      : this.now(workspaceId);
  }

  async now(workspaceId: string): Promise<Rules> {
    const readAt = performance.now();
    const changes = this.changes;
    const [needs, { allowSelfReview }] = await Promise.all([
      this.repository.asked(this.database, workspaceId),
      this.policies.inForce(this.database, workspaceId),
    ]);
    const rules = { needs, allowSelfReview };
    if (this.known.size >= REMEMBER_AT_MOST) this.known.clear();
    // What was read while this process changed something may be older than that; it is not kept.
    if (changes === this.changes) this.known.set(workspaceId, { rules, readAt });
    return rules;
  }
}
