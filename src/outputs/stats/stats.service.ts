import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField } from '../../base/errors/problem.js';
import { PreparedAnswer } from '../../base/http/answer.interceptor.js';
import { normalise } from '../../base/text/normalise.js';
import { CLAIM_STATES } from '../../facts/claims/claim.states.js';
import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { Feed } from '../../record/feed/feed.service.js';
import { Ratings } from '../../reviews/ratings/ratings.service.js';
import type { ClaimStatsDto, ClaimStatsQuery } from './stats.dto.js';
import { type CountRow, StatsRepository } from './stats.repository.js';

const REMEMBER_AT_MOST = 5000;

/** Counts for dashboards that poll for ever. While the feed stands still, a poll costs no query at all. */
@Injectable()
export class Stats {
  private readonly answers = new Map<string, { position: number; answer: PreparedAnswer }>();

  constructor(
    private readonly database: Database,
    private readonly repository: StatsRepository,
    private readonly feed: Feed,
    private readonly ratings: Ratings,
  ) {}

  async claims(actor: Actor, query: ClaimStatsQuery): Promise<PreparedAnswer> {
    const scope = scopeOf(query);
    const head = await this.feed.head(actor.workspaceId);
    const key = `${actor.workspaceId} ${scope}`;
    const known = this.answers.get(key);
    if (known?.position === head.position) return known.answer;
    const counts = await this.repository.counts(this.database, actor.workspaceId, scope);
    const scale = await this.ratings.scale(actor.workspaceId);
    const body: ClaimStatsDto = {
      total: sum(counts.filter(({ dimension }) => dimension === 'status')),
      byStatus: table(counts, 'status', CLAIM_STATES),
      byCorroboration: table(counts, 'corroboration', CORROBORATION_STATUSES),
      byRating: table(
        counts,
        'rating',
        scale.map(({ key: rating }) => rating),
      ),
      asOf: head.at?.toISOString() ?? null,
    };
    const answer = new PreparedAnswer(JSON.stringify(body));
    if (this.answers.size >= REMEMBER_AT_MOST) this.answers.clear();
    this.answers.set(key, { position: head.position, answer });
    return answer;
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
