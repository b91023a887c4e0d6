import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { ExternalReview, RatingWord } from './external-review.entity.js';

export type ExternalReviewRow = ExternalReview & { rating: string | null };
export type RatingWordRow = RatingWord & { reviews: number };

@Injectable()
export class ExternalReviewsRepository {
  byOrigin(tx: Tx, workspaceId: string, originKey: Buffer): Promise<ExternalReview | null> {
    return tx.repository(ExternalReview).findOneBy({ workspaceId, originKey });
  }

  async insert(tx: Tx, row: ExternalReview): Promise<void> {
    await tx.repository(ExternalReview).insert(row);
  }

  async update(
    tx: Tx,
    id: string,
    change: Pick<ExternalReview, 'content' | 'wordId' | 'updatedAt'>,
  ): Promise<void> {
    await tx.repository(ExternalReview).update({ id }, change);
  }

  /** The word of a publisher, kept when it is seen for the first time. */
  async wordId(tx: Tx, workspaceId: string, publisher: string, word: string): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `with kept as (
         insert into rating_words (id, workspace_id, publisher, word, word_key, first_seen_at)
         values ($1, $2, $3, $4, $5, date_trunc('milliseconds', clock_timestamp()))
         on conflict (workspace_id, publisher, word_key) do nothing returning id
       )
       select id from kept
       union all
       select id from rating_words where workspace_id = $2 and publisher = $3 and word_key = $5`,
      [uuid(), workspaceId, publisher, word, normalise(word)],
    );
    return row!.id;
  }

  ofClaim(
    reader: Reader,
    workspaceId: string,
    claimId: string,
    limit: number,
    after: Place | null,
  ): Promise<ExternalReviewRow[]> {
    return reader.query<ExternalReviewRow>(
      `select r.id, r.claim_id as "claimId", r.content, r.added_by as "addedBy", r.added_at as "addedAt",
              r.updated_at as "updatedAt", w.rating
         from external_reviews r
         left join rating_words w on w.workspace_id = r.workspace_id and w.id = r.word_id
        where r.workspace_id = $1 and r.claim_id = $2
          and ($4::timestamptz is null or (r.added_at, r.id) > ($4, $5::uuid))
        order by r.added_at, r.id limit $3`,
      [workspaceId, claimId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  words(
    reader: Reader,
    workspaceId: string,
    mapped: boolean | null,
    limit: number,
    after: Place | null,
  ): Promise<RatingWordRow[]> {
    return reader.query<RatingWordRow>(
      `select w.id, w.publisher, w.word, w.rating, w.first_seen_at as "firstSeenAt",
              (select count(*) from external_reviews r
                where r.workspace_id = w.workspace_id and r.word_id = w.id)::int as reviews
         from rating_words w
        where w.workspace_id = $1 and ($2::boolean is null or (w.rating is not null) = $2)
          and ($4::timestamptz is null or (w.first_seen_at, w.id) > ($4, $5::uuid))
        order by w.first_seen_at, w.id limit $3`,
      [workspaceId, mapped, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  lockWord(tx: Tx, workspaceId: string, id: string): Promise<RatingWord | null> {
    return tx
      .repository(RatingWord)
      .findOne({ where: { workspaceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async map(tx: Tx, id: string, rating: string | null): Promise<void> {
    await tx.repository(RatingWord).update({ id }, { rating });
  }
}
