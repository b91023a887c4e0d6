import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../../base/database/database.service.js';
import { READER as EVENT_TRACKER } from '../../record/feed/event-tracker.service.js';
import { DeskRepository, type QueueRow, type ReaderRow, type UnplacedRow } from './desk.repository.js';
import { Metrics } from './metrics.service.js';
import { Readings } from './readings.js';

const SHARED = 'The same from every process: use max, not sum.';
const STATES = ['waiting', 'offered', 'leased', 'overdue'] as const;

/** What waits and what is worked on in the whole desk, as its rows say. */
@Injectable()
export class DeskMetrics {
  constructor(
    private readonly database: Database,
    private readonly repository: DeskRepository,
    private readonly metrics: Metrics,
    readings: Readings,
  ) {
    const gauges = this.declare();
    readings.keep(
      'desk',
      Object.values(gauges),
      () => this.read(),
      ({ queues, feed, readers }) => {
        for (const { workspace, queue, oldestSeconds, ...slots } of queues) {
          for (const state of STATES) gauges.slots.set({ workspace, queue, state }, slots[state]);
          gauges.oldest.set({ workspace, queue }, oldestSeconds);
        }
        gauges.unplaced.set(feed.unplaced);
        gauges.unplacedAge.set(feed.unplacedSeconds);
        for (const { reader, lag, lagSeconds } of readers) {
          gauges.lag.set({ reader }, lag);
          gauges.lagAge.set({ reader }, lagSeconds);
        }
      },
    );
  }

  private declare() {
    const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
      new Gauge({
        name: `second_source_${name}`,
        help: `${help} ${SHARED}`,
        labelNames,
        registers: [this.metrics.registry],
      });
    return {
      slots: gauge('review_slots', 'Slots of a review queue by state.', ['workspace', 'queue', 'state']),
      oldest: gauge(
        'review_oldest_waiting_seconds',
        'Seconds since the round of the longest waiting slot was opened; 0 when none waits.',
        ['workspace', 'queue'],
      ),
      unplaced: gauge('feed_unplaced_events', 'Events that are committed and not in the feed yet.'),
      unplacedAge: gauge(
        'feed_unplaced_oldest_seconds',
        'Seconds since the first event that is not in the feed; 0 when all are.',
      ),
      lag: gauge('outbox_lag_events', 'Events of the feed that a reader inside has not read yet.', [
        'reader',
      ]),
      lagAge: gauge(
        'outbox_lag_oldest_seconds',
        'Seconds since the first event that a reader inside has not read; 0 when it has read all.',
        ['reader'],
      ),
    };
  }

  private read(): Promise<{ queues: QueueRow[]; feed: UnplacedRow; readers: ReaderRow[] }> {
    return this.database.transaction(async (tx) => {
      // Longer than a scrape waits, it helps nobody.
      await tx.query(`set local statement_timeout = '4s'`);
      return {
        queues: await this.repository.queues(tx),
        feed: await this.repository.unplaced(tx),
        readers: await this.repository.readers(tx, [EVENT_TRACKER]),
      };
    });
  }
}
