import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { databaseNow } from '../../base/database/clock.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField, notFound } from '../../base/errors/problem.js';
import { type Page, pageFrom, type PageQuery, readCursor } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Ratings } from '../../reviews/ratings/ratings.service.js';
import type { ExternalContent, ExternalReview, RatingWord } from './external-review.entity.js';
import { externalReviewAdded, externalReviewUpdated, ratingWordMapped } from './external-review.events.js';
import type { RatingWordsQuery } from './external-reviews.dto.js';
import {
  type ExternalReviewRow,
  ExternalReviewsRepository,
  type RatingWordRow,
} from './external-reviews.repository.js';

/** What other publishers have found. Their ratings are kept as their words; what those mean to us, people say. */
@Injectable()
export class ExternalReviews {
  constructor(
    private readonly database: Database,
    private readonly repository: ExternalReviewsRepository,
    private readonly claims: Claims,
    private readonly ratings: Ratings,
    private readonly events: Events,
  ) {}

  /** The review of what this text says, when it is there. */
  find(actor: Actor, text: string, content: ExternalContent): Promise<ExternalReview | null> {
    return this.database.transaction((tx) =>
      this.repository.byOrigin(tx, actor.workspaceId, originKey(text, content)),
    );
  }

  async add(actor: Actor, claimId: string, text: string, content: ExternalContent): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.claims.lock(tx, actor.workspaceId, claimId);
      const at = await databaseNow(tx);
      const row: ExternalReview = {
        id: uuid(),
        workspaceId: actor.workspaceId,
        claimId,
        originKey: originKey(text, content),
        content,
        wordId: await this.wordOf(actor, content),
        addedBy: actor.memberId,
        addedAt: at,
        updatedAt: at,
      };
      await this.repository.insert(tx, row);
      await this.events.append(tx, actor, [externalReviewAdded(row)]);
    });
  }

  /** Answers whether it says anything else than before. */
  update(actor: Actor, before: ExternalReview, content: ExternalContent): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (isDeepStrictEqual(before.content, content)) return false;
      await this.claims.lock(tx, actor.workspaceId, before.claimId);
      const wordId = await this.wordOf(actor, content);
      await this.repository.update(tx, before.id, { content, wordId, updatedAt: await databaseNow(tx) });
      await this.events.append(tx, actor, [externalReviewUpdated(before, content)]);
      return true;
    });
  }

  async ofClaim(actor: Actor, claimId: string, query: PageQuery): Promise<Page<ExternalReviewRow>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.ofClaim(this.database, actor.workspaceId, claimId, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.addedAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async words(actor: Actor, query: RatingWordsQuery): Promise<Page<RatingWordRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const { workspaceId } = actor;
    const rows = await this.repository.words(
      this.database,
      workspaceId,
      query.mapped ?? null,
      query.limit,
      after,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.firstSeenAt.toISOString(), row.id],
      (row) => row,
    );
  }

  /** Says which rating of the scale in force a word comes near to; null: none. */
  map(actor: Actor, id: string, rating: string | null): Promise<RatingWord> {
    return this.database.transaction(async (tx) => {
      const word = await this.repository.lockWord(tx, actor.workspaceId, id);
      if (word === null) throw notFound('rating word');
      const ratings = await this.ratings.scale(actor.workspaceId, tx);
      if (rating !== null && !ratings.some(({ key }) => key === rating))
        throw invalidField('rating', `must be one of: ${ratings.map(({ key }) => key).join(', ')}`);
      if (word.rating === rating) return word;
      await this.repository.map(tx, id, rating);
      await this.events.append(tx, actor, [ratingWordMapped(word, rating)]);
      return { ...word, rating };
    });
  }

  private async wordOf(
    { workspaceId }: Actor,
    { publisher, rating }: ExternalContent,
  ): Promise<string | null> {
    const { word } = rating;
    if (word === null) return null;
    const of = publisher.site ?? publisher.name ?? '';
    return this.database.transaction((tx) => this.repository.wordId(tx, workspaceId, of, word));
  }
}

/** One page may review several claims, and one claim be reviewed by many. */
function originKey(text: string, { url, publisher }: ExternalContent): Buffer {
  const origin = url ?? [publisher.site, publisher.name];
  return createHash('sha256')
    .update(JSON.stringify([origin, normalise(text)]))
    .digest();
}
