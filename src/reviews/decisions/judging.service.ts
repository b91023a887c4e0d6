import { Injectable } from '@nestjs/common';
import type { Tx } from '../../base/database/tx.js';
import { invalidField } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import type { Rating } from '../ratings/rating.entity.js';
import { Ratings } from '../ratings/ratings.service.js';
import type { Round } from '../rounds/round.entity.js';
import { contradictsRecord } from './decision.rules.js';

/** What a decision and an adjudication are measured by alike. */
@Injectable()
export class Judging {
  constructor(private readonly ratings: Ratings) {}

  /** The scale by which the decisions of a round are given. */
  scale(tx: Tx, round: Round): Promise<Rating[]> {
    return this.ratings.scaleOf(tx, round);
  }

  /** The rating that was given; refused when the scale has none of that key, or it goes against the record without a word. */
  async expectSound(
    tx: Tx,
    claim: Claim,
    round: Round,
    given: { rating: string; overrideReason?: string | null },
  ): Promise<Rating> {
    const scale = await this.scale(tx, round);
    const rating = scale.find(({ key }) => key === given.rating);
    if (rating === undefined) {
      throw invalidField('rating', `must be one of: ${scale.map(({ key }) => key).join(', ')}`);
    }
    if (contradictsRecord(rating.polarity, claim.corroboration) && !given.overrideReason) {
      throw invalidField(
        'overrideReason',
        `is needed: the rating ${rating.polarity} the claim, and the record says it is ${claim.corroboration}`,
      );
    }
    return rating;
  }
}
