import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { RULE } from '../../facts/similar/similar.rules.js';
import { SimilarClaims, type SimilarWanted } from '../../facts/similar/similar.service.js';
import { WorkPresenter } from '../../reviews/rounds/work.presenter.js';
import { ClaimViewsRepository } from './claim-views.repository.js';
import {
  presentSimilar,
  type SimilarClaimDto,
  type SimilarClaimsDto,
  type SimilarQuery,
} from './similar.dto.js';

/** Whoever enters a claim is shown a few that are likely to say the same. */
const ON_ENTRY = 5;
const LIKELY = 0.4;

/** Shows claims that may say the same, each with the reason. */
@Injectable()
export class SimilarViews {
  constructor(
    private readonly database: Database,
    private readonly similar: SimilarClaims,
    private readonly repository: ClaimViewsRepository,
    private readonly presenter: WorkPresenter,
  ) {}

  async find(actor: Actor, { text, url, language, limit }: SimilarQuery): Promise<SimilarClaimsDto> {
    const wanted = {
      text: text ?? null,
      urls: url === undefined ? [] : [url],
      language: language ?? null,
      limit,
    };
    return { rule: RULE, items: await this.shown(actor, wanted) };
  }

  /** What was there before a claim that has just been entered. */
  async before(actor: Actor, claim: Claim): Promise<SimilarClaimDto[]> {
    const { text, language, appearances } = claim;
    const wanted = { text, urls: appearances.map(({ url }) => url), language, limit: ON_ENTRY + 1 };
    const found = await this.shown(actor, wanted);
    return found.filter((one) => one.claim.id !== claim.id && one.score >= LIKELY).slice(0, ON_ENTRY);
  }

  private async shown(actor: Actor, wanted: SimilarWanted): Promise<SimilarClaimDto[]> {
    const candidates = await this.similar.find(actor.workspaceId, wanted);
    const ids = candidates.map(({ claimId }) => claimId);
    const claims = await this.repository.byIds(this.database, actor.workspaceId, ids);
    const shown = await this.presenter.claims(actor, claims);
    const byId = new Map(shown.map((claim) => [claim.id, claim]));
    return candidates.map((candidate) => presentSimilar(candidate, byId.get(candidate.claimId)!));
  }
}
