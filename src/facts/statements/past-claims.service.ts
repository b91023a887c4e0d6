import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Events } from '../../record/events/events.service.js';
import { sharePlacements } from '../../record/workspaces/placement-lock.js';
import { followAsOf, type Rebuilt } from '../claims/claim.rebuild.js';
import { Claims } from '../claims/claims.service.js';
import { Assessment } from './assessment.service.js';
import { expectPast, notEntered } from './past.js';
import { StatementsRepository } from './statements.repository.js';

export interface PastClaim extends Rebuilt {
  /** Whether a re-placed source or a new policy waited then to be counted in. */
  stale: boolean;
}

/** Answers how a claim stood at a past moment, from its events alone. */
@Injectable()
export class PastClaims {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly events: Events,
    private readonly statements: StatementsRepository,
    private readonly assessment: Assessment,
  ) {}

  /** The locks are those of Explanation: the same question gets the same answer for ever. */
  claimAt({ workspaceId }: Actor, claimId: string, asOf: Date): Promise<PastClaim> {
    return this.database.transaction(async (tx) => {
      await sharePlacements(tx, workspaceId);
      const { createdAt } = await this.claims.share(tx, workspaceId, claimId);
      await expectPast(tx, asOf);
      let rebuilt: Rebuilt | null = null;
      for await (const event of this.events.ofChain(tx, workspaceId, claimId))
        rebuilt = followAsOf(rebuilt, event, asOf);
      if (rebuilt === null) throw notEntered(createdAt);
      const statements = await this.statements.ofClaim(tx, workspaceId, claimId);
      const known = statements.filter(({ recordedAt }) => recordedAt <= asOf);
      const { corroborationAsOf } = rebuilt.claim;
      const changes = await this.assessment.changesFor(tx, rebuilt.claim, known, corroborationAsOf, asOf);
      return { ...rebuilt, stale: changes.length > 0 };
    });
  }
}
