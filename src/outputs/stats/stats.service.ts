import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField } from '../../base/errors/problem.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { normalise } from '../../base/text/normalise.js';
import { CLAIM_STATES } from '../../facts/claims/claim.states.js';
import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { RememberedAnswers } from '../../record/feed/remembered-answers.js';
import { Ratings } from '../../reviews/ratings/ratings.service.js';
import type { ClaimStatsDto, ClaimStatsQuery } from './stats.dto.js';
import { type CountRow, StatsRepository } from './stats.repository.js';

/** Counts for dashboards that poll for ever. While the feed stands still, a poll costs no query at all. */
@Injectable()
export class Stats {
  constructor(
    private readonly database: Database,
    private readonly repository: StatsRepository,
    private readonly answers: RememberedAnswers,
    private readonly ratings: Ratings,
  ) {}

  async claims({ workspaceId }: Actor, query: ClaimStatsQuery): Promise<PreparedAnswer> {
    const scope = scopeOf(query);
    return this.answers.poll(workspaceId, ['claims', scope], async ({ at }) => {
      const counts = await this.repository.counts(this.database, workspaceId, scope);
      const scale = await this.ratings.scale(workspaceId);
      const body: ClaimStatsDto = {
        total: sum(counts.filter(({ dimension }) => dimension === 'status')),
        byStatus: table(counts, 'status', CLAIM_STATES),
        byCorroboration: table(counts, 'corroboration', CORROBORATION_STATUSES),
        byRating: table(
          counts,
          'rating',
          scale.map(({ key }) => key),
        ),
        asOf: at?.toISOString() ?? null,
      };
      return { body, changesInMs: Infinity };
    });
  }
}

function scopeOf({ topic, queueId }: ClaimStatsQuery): string {
  if (topic !== undefined && queueId !== undefined) {
    throw invalidField('queueId', 'must not stand beside topic: ask for one of them');
  }
  if (topic !== undefined) return `topic:${normalise(topic)}`;
  return queueId === undefined ? '' : `queue:${queueId}`;
}

function table(counts: CountRow[], dimension: string, values: readonly string[]): Record<string, number> {
  const zeros = Object.fromEntries(values.map((value) => [value, 0]));
  const given = counts.filter((row) => row.dimension === dimension).map(({ value, count }) => [value, count]);
  return { ...zeros, ...(Object.fromEntries(given) as Record<string, number>) };
}

function sum(rows: CountRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
