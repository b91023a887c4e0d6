import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../base/database/database.service.js';
import { Leadership } from '../../base/database/leadership.service.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { FeedFollower } from '../../record/feed/feed-follower.js';
import { FeedRepository } from '../../record/feed/feed.repository.js';
import { Sequencer } from '../../record/feed/sequencer.js';
import { TrackingRepository } from './tracking.repository.js';
import { deliverWebhook } from './webhook.jobs.js';

const BATCH = 500;

/**
 * Reads the feed and notes for each event which webhooks want it. The place it has come to moves in the transaction
 * that writes the deliveries, so after a crash at any moment no event is left out and none is noted twice.
 */
@Injectable()
export class WebhookTracker extends FeedFollower {
  protected readonly name = 'webhooks';
  protected readonly logger = new Logger(WebhookTracker.name);

  constructor(
    leadership: Leadership,
    sequencer: Sequencer,
    private readonly database: Database,
    private readonly feed: FeedRepository,
    private readonly repository: TrackingRepository,
    private readonly jobs: Jobs,
  ) {
    super(leadership, sequencer);
  }

  protected async follow(): Promise<boolean> {
    const noted = await this.note();
    // Lost with this process, they would be found by the sweep.
    await this.jobs.add(
      noted.webhooks.map((webhookId) => ({
        kind: deliverWebhook,
        payload: { webhookId },
        key: `${webhookId}-${noted.end}`,
      })),
    );
    return noted.mayGoOn;
  }

  private note(): Promise<{ end: number | null; webhooks: string[]; mayGoOn: boolean }> {
    return this.database.transaction(async (tx) => {
      const after = await this.repository.lockPosition(tx, this.name);
      const { end, size } = await this.repository.endOfBatch(tx, after, BATCH);
      if (end === null) return { end, webhooks: [], mayGoOn: false };
      const wanted = await this.repository.wanted(tx, after, end);
      if (wanted.length > 0)
        await this.repository.insert(
          tx,
          wanted.map(() => uuid()),
          wanted,
        );
      await this.feed.readTo(tx, this.name, end);
      const webhooks = [...new Set(wanted.map(({ webhookId }) => webhookId))];
      return { end, webhooks, mayGoOn: size === BATCH };
    });
  }
}
