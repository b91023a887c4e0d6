import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import { RequestValidation } from '../../base/http/validation.js';
import { ExternalReviews } from '../external-reviews/external-reviews.service.js';
import type { FoundReview } from './claim-review/found-review.js';
import { type Entered, Entering } from './entering.service.js';
import { ImportedClaim } from './imported-claim.dto.js';
import type { ReviewLine } from './reading.js';

/** Of what nobody says the language (BCP 47, "undetermined"). */
const UNDETERMINED = 'und';

/**
 * Enters what another publisher has reviewed as a claim in triage, and their review beside it. The same review again
 * changes what stands beside the claim, and the claim not at all: that is ours by now.
 */
@Injectable()
export class EnteringReviews {
  private readonly validation = new RequestValidation();

  constructor(
    private readonly entering: Entering,
    private readonly reviews: ExternalReviews,
  ) {}

  async enter(tx: Tx, actor: Actor, { found, warnings }: ReviewLine): Promise<Entered> {
    const { text } = found.claim;
    const content = found.review;
    const before = await this.reviews.find(actor, text, content);
    if (before !== null) {
      const changed = await this.reviews.update(actor, before, content);
      return { outcome: changed ? 'updated' : 'unchanged', claimId: before.claimId, warnings };
    }
    const type = { type: 'body', metatype: ImportedClaim } as const;
    const row = (await this.validation.transform(claimOf(found), type)) as ImportedClaim;
    const [entered] = await this.entering.enter(tx, actor, [row], false);
    if (entered instanceof Problem) throw entered;
    await this.reviews.add(actor, entered!.claimId!, text, content);
    return { ...entered!, warnings: [...warnings, ...entered!.warnings] };
  }
}

/** Whoever is said to have claimed it is recorded as saying so: that is what the publisher has reviewed. */
function claimOf({ claim, review }: FoundReview): Record<string, unknown> {
  const { text, language, appearances, topics, claimant, madeAt } = claim;
  const kind = claimant?.kind === 'person' ? 'person' : 'other';
  return {
    text,
    language: language ?? review.language ?? UNDETERMINED,
    topics,
    appearances,
    ...(claimant && {
      claimant: { name: claimant.name },
      sources: [{ name: claimant.name, kind, urls: claimant.urls }],
      statements: [
        {
          source: { name: claimant.name },
          stance: 'asserts',
          saidAt: madeAt,
          url: appearances[0]?.url ?? null,
        },
      ],
    }),
  };
}
