import { Injectable } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Database } from '../../base/database/database.service.js';
import { Outgoing } from '../../base/outgoing/outgoing.service.js';
import { Metrics } from './metrics.service.js';
import { Readings } from './readings.js';
import { WebhookReadings, type WebhooksRow } from './webhooks.repository.js';

const BUCKETS = [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const STATES = ['working', 'failing', 'off'] as const;
const SHARED = 'The same from every process: use max, not sum.';

/** Requests that this process makes on behalf of others, and how webhooks stand. */
@Injectable()
export class WebhookMetrics {
  constructor(
    private readonly database: Database,
    private readonly repository: WebhookReadings,
    outgoing: Outgoing,
    { registry }: Metrics,
    readings: Readings,
  ) {
    const duration = new Histogram({
      name: 'second_source_outgoing_request_duration_seconds',
      help: 'Seconds that requests of this process to addresses chosen by users took, by purpose and outcome.',
      labelNames: ['purpose', 'outcome'],
      buckets: BUCKETS,
      registers: [registry],
    });
    outgoing.whenFinished(({ purpose, outcome, seconds }) => duration.observe({ purpose, outcome }, seconds));

    const webhooks = new Gauge({
      name: 'second_source_webhooks',
      help: `Webhooks by state; off: switched off because they failed. ${SHARED}`,
      labelNames: ['workspace', 'state'],
      registers: [registry],
    });
    const oldest = new Gauge({
      name: 'second_source_webhook_oldest_due_seconds',
      help: `Seconds since the delivery that has waited longest became due; 0 when none is. ${SHARED}`,
      labelNames: ['workspace'],
      registers: [registry],
    });
    readings.keep(
      'webhooks',
      [webhooks, oldest],
      () => this.read(),
      (rows) => {
        for (const { workspace, dueSeconds, ...counts } of rows) {
          for (const state of STATES) webhooks.set({ workspace, state }, counts[state]);
          oldest.set({ workspace }, dueSeconds);
        }
      },
    );
  }

  private read(): Promise<WebhooksRow[]> {
    return this.database.transaction(async (tx) => {
      // Longer than a scrape waits, it helps nobody.
      await tx.query(`set local statement_timeout = '4s'`);
      return this.repository.webhooks(tx);
    });
  }
}
