import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import type { ClaimChange } from '../../facts/claims/claim.dto.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Statements } from '../../facts/statements/statements.service.js';
import type { NewClaim } from '../../facts/statements/statement.dto.js';
import { ClaimViewsRepository, PLACE, placeOf } from './claim-views.repository.js';
import type { ClaimsQuery } from './claims-query.dto.js';

@Injectable()
export class ClaimViews {
  constructor(
    private readonly database: Database,
    private readonly repository: ClaimViewsRepository,
    private readonly statements: Statements,
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
