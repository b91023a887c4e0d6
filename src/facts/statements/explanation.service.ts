import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { sharePlacements } from '../../record/workspaces/placement-lock.js';
import { Claims } from '../claims/claims.service.js';
import type { Corroboration } from '../corroboration/origins.types.js';
import { Assessment } from './assessment.service.js';
import { Recomputation } from './recomputation.service.js';
import { expectPast, notEntered } from './past.js';
import { StatementsRepository } from './statements.repository.js';

export type Explained = Corroboration & { stale: boolean };

/** Answers what was held to be known, now or at any past moment, and why. */
@Injectable()
export class Explanation {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly statements: StatementsRepository,
    private readonly assessment: Assessment,
    private readonly recomputation: Recomputation,
  ) {}

  explain(actor: Actor, claimId: string, asOf: Date | null): Promise<Explained> {
    return asOf === null ? this.explainNow(actor, claimId) : this.explainAt(actor, claimId, asOf);
  }

  /** As of the claim's last change. */
  private async explainNow({ workspaceId }: Actor, claimId: string): Promise<Explained> {
    const claim = await this.claims.find(this.database, workspaceId, claimId);
    const statements = await this.statements.ofClaim(this.database, workspaceId, claimId);
    const answer = await this.assessment.explain(this.database, claim, statements, claim.corroborationAsOf);
    const stale = await this.recomputation.staleAmong(this.database, workspaceId, [claim]);
    return { ...answer, stale: stale.has(claimId) };
  }

  /**
   * As of a moment. The locks make writers that were stamped before that moment finish first, and the moment must
   * not lie ahead of the clock they are stamped by: so the same question gets the same answer for ever.
   */
  private explainAt({ workspaceId }: Actor, claimId: string, asOf: Date): Promise<Explained> {
    return this.database.transaction(async (tx) => {
      await sharePlacements(tx, workspaceId);
      const claim = await this.claims.share(tx, workspaceId, claimId);
      await expectPast(tx, asOf);
      if (asOf < claim.createdAt) throw notEntered(claim.createdAt);
      const statements = await this.statements.ofClaim(tx, workspaceId, claimId);
      return { ...(await this.assessment.explain(tx, claim, statements, asOf)), stale: false };
    });
  }
}
