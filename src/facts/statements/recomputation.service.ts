import { Injectable } from '@nestjs/common';
import { system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader } from '../../base/database/tx.js';
import { Events } from '../../record/events/events.service.js';
import { sharePlacements } from '../../record/workspaces/placement-lock.js';
import { corroborationChanged, corroborationConfirmed } from '../claims/claim.events.js';
import { Claims } from '../claims/claims.service.js';
import { Assessment } from './assessment.service.js';
import { type ClaimAsRead, RecomputationRepository } from './recomputation.repository.js';
import { StatementsRepository } from './statements.repository.js';

const BATCH = 200;

/** Brings claims up to what changed besides statements: placements of sources, parties, the policy. */
@Injectable()
export class Recomputation {
  constructor(
    private readonly database: Database,
    private readonly repository: RecomputationRepository,
    private readonly statements: StatementsRepository,
    private readonly assessment: Assessment,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /**
   * Which of these claims, as they were read, answer `stale`: a change touches them and was not counted in. A claim
   * that was recomputed since it was read counts too: what was read is the answer from before the change.
   */
  async staleAmong(reader: Reader, workspaceId: string, claims: ClaimAsRead[]): Promise<Set<string>> {
    const change = claims.length === 0 ? null : await this.repository.newestChange(reader, workspaceId);
    const older = claims.filter(({ corroborationAsOf }) => change !== null && corroborationAsOf < change.at);
    if (change === null || older.length === 0) return new Set();
    const ids = older.map(({ id }) => id);
    // First who is behind, then who has caught up: between the two answers nobody falls out of both.
    const behind = change.counted ? [] : await this.repository.behindAmong(reader, workspaceId, ids);
    const reassessed = await this.repository.reassessedAmong(reader, workspaceId, older);
    return new Set([...behind, ...reassessed].map(({ id }) => id));
  }

  /** Recomputes every claim that a pending change touches. May run twice, and may be cut short: the rows know. */
  async recompute(workspaceId: string): Promise<void> {
    const change = await this.repository.newestChange(this.database, workspaceId);
    if (change === null || change.counted) return;
    for (let after: string | null = null; ;) {
      const ids = await this.repository.behindAfter(this.database, workspaceId, after, BATCH);
      for (const id of ids) await this.recomputeClaim(workspaceId, id, change.at);
      if (ids.length < BATCH) break;
      after = ids.at(-1)!;
    }
    await this.repository.markRecomputed(this.database, workspaceId, change.at);
  }

  async recomputeAll(): Promise<void> {
    for (const id of await this.repository.pendingWorkspaces(this.database)) await this.recompute(id);
  }

  private async recomputeClaim(workspaceId: string, claimId: string, through: Date): Promise<void> {
    const doer = system(workspaceId);
    await this.database.transaction(async (tx) => {
      await sharePlacements(tx, workspaceId);
      const claim = await this.claims.lock(tx, workspaceId, claimId);
      // A statement, or this job run twice, has counted the change in meanwhile.
      if (claim.corroborationAsOf >= through) return;
      const at = await this.claims.nextMoment(tx, claim);
      const statements = await this.statements.ofClaim(tx, workspaceId, claimId);
      const { claim: assessed, changed, changes } = await this.assessment.assess(tx, claim, statements, at);
      if (changed) {
        const after = await this.claims.update(tx, claim, assessed, at);
        await this.events.append(tx, doer, [
          corroborationChanged(claim, after, { recomputed: true, changes }),
        ]);
      } else {
        await this.repository.confirm(tx, claimId, at);
        await this.events.append(tx, doer, [corroborationConfirmed(claim, at)]);
      }
    });
  }
}
