import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Reader } from '../../base/database/tx.js';
import type { Place, PlaceKind } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import { STANDS } from '../../reviews/rounds/live-turns.js';
import type { ClaimsQuery, Sort } from './claims-query.dto.js';

interface Order {
  column: string;
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  value: (claim: Claim) => Date | null;
}

/** The due time of the review that runs, or else of the claim; as ix_claims_due has it. */
const DUE = 'coalesce(c.review_due_at, c.due_at)';

const ORDERS: Record<Sort, Order> = {
  '-createdAt': {
    column: 'c.created_at',
    direction: 'DESC',
    nullable: false,
    value: (claim) => claim.createdAt,
  },
  createdAt: { column: 'c.created_at', direction: 'ASC', nullable: false, value: (claim) => claim.createdAt },
  '-updatedAt': {
    column: 'c.updated_at',
    direction: 'DESC',
    nullable: false,
    value: (claim) => claim.updatedAt,
  },
  rank: { column: 'c.rank', direction: 'ASC', nullable: true, value: (claim) => claim.rank },
  dueAt: {
    column: DUE,
    direction: 'ASC',
    nullable: true,
    value: ({ reviewDueAt, dueAt }) => reviewDueAt ?? dueAt,
  },
};

export const PLACE: PlaceKind[] = ['time', 'id'];
/** Before the first claim without a value. */
const WITHOUT_VALUE: Place = [null, null];

export function placeOf(claim: Claim, sort: Sort): Place {
  return [ORDERS[sort].value(claim)?.toISOString() ?? null, claim.id];
}

@Injectable()
export class ClaimViewsRepository {
  /** One more than the limit, so that the caller sees whether there is a next page. */
  async page(reader: Reader, workspaceId: string, query: ClaimsQuery, after: Place | null): Promise<Claim[]> {
    const wanted = query.limit + 1;
    const claims = await this.select(reader, workspaceId, query, wanted, after);
    // Claims without a value stand last. A cursor before them leaves them out: with "or is null" beside it the
    // index would be read from its start.
    const isCut = after !== null && after[0] !== null && ORDERS[query.sort].nullable;
    if (!isCut || claims.length === wanted) return claims;
    const rest = await this.select(reader, workspaceId, query, wanted - claims.length, WITHOUT_VALUE);
    return [...claims, ...rest];
  }

  byIds(reader: Reader, workspaceId: string, ids: string[]): Promise<Claim[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : reader.repository(Claim).findBy({ workspaceId, id: In(ids) });
  }

  private select(
    reader: Reader,
    workspaceId: string,
    query: ClaimsQuery,
    limit: number,
    after: Place | null,
  ): Promise<Claim[]> {
    const { column, direction } = ORDERS[query.sort];
    const claims = reader
      .repository(Claim)
      .createQueryBuilder('c')
      .where('c.workspace_id = :workspaceId', { workspaceId })
      .orderBy(column, direction)
      .addOrderBy('c.id', direction)
      .limit(limit);
    this.filter(claims, query);
    if (after !== null) this.continueAfter(claims, ORDERS[query.sort], after);
    return claims.getMany();
  }

  private filter(claims: SelectQueryBuilder<Claim>, query: ClaimsQuery): void {
    const equal = { status: 'status', corroboration: 'corroboration', rating: 'rating' } as const;
    for (const [name, column] of Object.entries(equal)) {
      const value = query[name as keyof typeof equal];
      if (value !== undefined) claims.andWhere(`c.${column} = :${name}`, { [name]: value });
    }
    const { topic, language, sourceId, assignee, queueId, externalId, text } = query;
    if (topic !== undefined) claims.andWhere('c.topic_keys @> array[:topic]', { topic: normalise(topic) });
    if (language !== undefined) claims.andWhere('lower(c.language) = lower(:language)', { language });
    if (queueId !== undefined) claims.andWhere('c.queue_id = :queueId', { queueId });
    if (externalId !== undefined) claims.andWhere('c.external_id = :externalId', { externalId });
    if (text !== undefined) {
      claims.andWhere(`c.search @@ websearch_to_tsquery('simple', :text)`, { text });
    }
    if (sourceId !== undefined) {
      claims.andWhere(
        `c.id in (select s.claim_id from statements s where s.workspace_id = :workspaceId and s.source_id = :sourceId
                   and s.struck_at is null)`,
        { sourceId },
      );
    }
    if (assignee !== undefined) {
      claims.andWhere(
        `c.id in (select a.claim_id from assignments a
                    join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
                   where a.workspace_id = :workspaceId and a.member_id = :assignee and ${STANDS})`,
        { assignee },
      );
    }
    this.filterTimes(claims, query);
  }

  private filterTimes(claims: SelectQueryBuilder<Claim>, query: ClaimsQuery): void {
    const { createdAfter, createdBefore, dueBefore } = query;
    if (createdAfter !== undefined) claims.andWhere('c.created_at > :createdAfter', { createdAfter });
    if (createdBefore !== undefined) claims.andWhere('c.created_at < :createdBefore', { createdBefore });
    if (dueBefore !== undefined) claims.andWhere(`${DUE} < :dueBefore`, { dueBefore });
  }

  /** Row comparison, which the index answers at any depth; it is never true of a row without a value. */
  private continueAfter(claims: SelectQueryBuilder<Claim>, order: Order, [at, id]: Place): void {
    const { column, direction } = order;
    if (at === null) {
      claims.andWhere(`${column} is null`);
      if (id !== null) claims.andWhere('c.id > :id', { id });
    } else {
      claims.andWhere(`(${column}, c.id) ${direction === 'ASC' ? '>' : '<'} (:at, :id)`, { at, id });
    }
  }
}
