import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, pageFrom, type Place, readCursor } from '../../base/http/pages.js';
import { type ClaimChange, presentClaim } from '../../facts/claims/claim.dto.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { PastClaims } from '../../facts/statements/past-claims.service.js';
import { Statements } from '../../facts/statements/statements.service.js';
import type { NewClaim } from '../../facts/statements/statement.dto.js';
import type { ClaimAsOfDto } from './claim-as-of.dto.js';
import { isInQuestion, presentCause, ReReviews } from '../../reviews/rounds/re-reviews.service.js';
import { ClaimViewsRepository, PLACE, placeOf } from './claim-views.repository.js';
import type { ClaimsFilter, ClaimsQuery } from './claims-query.dto.js';

@Injectable()
export class ClaimViews {
  constructor(
    private readonly database: Database,
    private readonly repository: ClaimViewsRepository,
    private readonly statements: Statements,
    private readonly reReviews: ReReviews,
    private readonly past: PastClaims,
  ) {}

  submit(actor: Actor, given: NewClaim): Promise<Claim> {
    return this.statements.submitClaim(actor, given);
  }

  amend(actor: Actor, id: string, expected: ExpectedVersion, change: ClaimChange): Promise<Claim> {
    return this.statements.amendClaim(actor, id, change, (claim) => expectVersion(expected, claim.version));
  }

  read(actor: Actor, id: string): Promise<Claim> {
    return this.statements.readClaim(actor, id);
  }

  /** What the claim was at a past moment. Nobody works on the past, and nobody can move it. */
  async readAsOf(actor: Actor, id: string, asOf: Date): Promise<ClaimAsOfDto> {
    const { claim, unknown, stale } = await this.past.claimAt(actor, id, asOf);
    const causes = await this.reReviews.causesOf(this.database, actor.workspaceId, [claim]);
    const shown = presentClaim(claim, actor, {
      stale,
      leases: [],
      causes: isInQuestion(claim)
        ? causes.filter(({ takenUpAt }) => takenUpAt <= asOf).map(presentCause)
        : null,
    });
    return { ...shown, allowedTransitions: [], asOf: asOf.toISOString(), unknown: [...unknown] };
  }

  /** All that the filter leaves in, in the order in which they were entered, so many at a time. */
  async *stretches({ workspaceId }: Actor, filter: ClaimsFilter, limit: number): AsyncGenerator<Claim[]> {
    const query = { ...filter, sort: 'createdAt' as const, limit };
    for (let after: Place | null = null; ;) {
      const found: Claim[] = await this.repository.page(this.database, workspaceId, query, after);
      const claims = found.slice(0, limit);
      if (claims.length > 0) yield claims;
      if (found.length <= limit) return;
      after = placeOf(claims.at(-1)!, query.sort);
    }
  }

  async list(actor: Actor, query: ClaimsQuery): Promise<Page<Claim>> {
    const after = readCursor(query.cursor, PLACE);
    return pageFrom(
      await this.repository.page(this.database, actor.workspaceId, query, after),
      query.limit,
      (claim) => placeOf(claim, query.sort),
      (claim) => claim,
    );
  }
}
