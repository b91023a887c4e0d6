import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { msLeftOfDay, type PeriodQuery, recentPeriodOf } from './period.dto.js';
import type { QueuesStatsDto } from './queue-stats.dto.js';
import { QueueStatsRepository } from './queue-stats.repository.js';
import { RememberedAnswers } from '../../record/feed/remembered-answers.js';
import { RememberedReadings } from './remembered-readings.js';
import type { ReviewersStatsDto } from './reviewer-stats.dto.js';
import { ReviewerStatsRepository } from './reviewer-stats.repository.js';
import { NO_TIMES, type TimesDto } from './times.dto.js';

// What adds to the times that are measured: the events that stand beside those entries of the ledger.
const LEASING = ['assignment.leased'];
const DECIDING = ['decision.submitted'];

/** What queues and reviewers have to do, and how long it takes; for dashboards that poll for ever. */
@Injectable()
export class Load {
  constructor(
    private readonly database: Database,
    private readonly ofQueues: QueueStatsRepository,
    private readonly ofReviewers: ReviewerStatsRepository,
    private readonly answers: RememberedAnswers,
    private readonly readings: RememberedReadings,
  ) {}

  queues({ workspaceId }: Actor, query: PeriodQuery): Promise<PreparedAnswer> {
    const period = recentPeriodOf(query);
    return this.answers.poll(workspaceId, ['queues', period], async () => {
      // Asked first: what runs out while the rest is read must not be missed.
      const changesInMs = await this.ofQueues.changesInMs(this.database, workspaceId);
      const [now, toClaim, toDecision] = await Promise.all([
        this.ofQueues.now(this.database, workspaceId),
        this.readings.until(LEASING, workspaceId, ['queues', period], () =>
          this.ofQueues.timesToClaim(this.database, workspaceId, period),
        ),
        this.readings.until(DECIDING, workspaceId, ['queues', period], () =>
          this.ofQueues.timesToDecision(this.database, workspaceId, period),
        ),
      ]);
      const body: QueuesStatsDto = {
        ...period,
        queues: now.map(({ id, name, oldestWaitingSince, ...counts }) => ({
          queue: { id, name },
          ...counts,
          oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null,
          timeToClaim: timesOf(toClaim.find(({ queueId }) => queueId === id)),
          timeToDecision: timesOf(toDecision.find(({ queueId }) => queueId === id)),
        })),
      };
      return { body, changesInMs: Math.min(changesInMs, msLeftOfDay()) };
    });
  }

  reviewers({ workspaceId }: Actor, query: PeriodQuery): Promise<PreparedAnswer> {
    const period = recentPeriodOf(query);
    return this.answers.poll(workspaceId, ['reviewers', period], async () => {
      const changesInMs = await this.ofQueues.changesInMs(this.database, workspaceId);
      const [counts, toDecision] = await Promise.all([
        this.ofReviewers.counts(this.database, workspaceId, period),
        this.readings.until(DECIDING, workspaceId, ['reviewers', period], () =>
          this.ofReviewers.timesToDecision(this.database, workspaceId, period),
        ),
      ]);
      const body: ReviewersStatsDto = {
        ...period,
        reviewers: counts.map(({ id, name, ...more }) => {
          const timeToDecision = timesOf(toDecision.find(({ memberId }) => memberId === id));
          return { member: { id, name }, ...more, decided: timeToDecision.count, timeToDecision };
        }),
      };
      return { body, changesInMs: Math.min(changesInMs, msLeftOfDay()) };
    });
  }
}

function timesOf(measured: TimesDto = NO_TIMES): TimesDto {
  const { count, medianSeconds, p90Seconds } = measured;
  return { count, medianSeconds, p90Seconds };
}
