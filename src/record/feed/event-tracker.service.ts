import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Leadership } from '../../base/database/leadership.service.js';
import { type NewJob, Jobs } from '../../base/jobs/jobs.service.js';
import { FeedFollower } from './feed-follower.js';
import { FeedRepository, type PlacedEvent } from './feed.repository.js';
import { Sequencer } from './sequencer.js';

/** Which job an event wakes. The list stands in subscriptions.ts, the only place that knows both ends. */
export interface Subscription {
  event: string;
  job: (event: PlacedEvent) => Pick<NewJob, 'kind' | 'payload'>;
}

export const SUBSCRIPTIONS = Symbol('subscriptions');

/** Its name among the readers of the feed. */
export const READER = 'event-tracker';
const BATCH = 500;

/**
 * Hands each event to the jobs that want it. Jobs are added before the cursor moves, so after a crash some are added
 * again (their key makes them the same job), and none is left out.
 */
@Injectable()
export class EventTracker extends FeedFollower {
  protected readonly name = READER;
  protected readonly logger = new Logger(EventTracker.name);
  private position: number | undefined;

  constructor(
    leadership: Leadership,
    sequencer: Sequencer,
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly jobs: Jobs,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscription[],
  ) {
    super(leadership, sequencer);
  }

  protected async follow(): Promise<boolean> {
    this.position ??= await this.repository.readFrom(this.database, READER);
    const events = await this.repository.next(this.database, this.position, BATCH);
    if (events.length === 0) return false;
    await this.jobs.add(this.wokenBy(events));
    this.position = events.at(-1)!.position;
    await this.repository.readTo(this.database, READER, this.position);
    return events.length === BATCH;
  }

  /** Thousands of changes at once wake one job of a kind, and no other work waits behind them. */
  private wokenBy(events: PlacedEvent[]): NewJob[] {
    const woken = new Map<string, NewJob>();
    for (const event of events) {
      for (const { job } of this.subscriptions.filter(({ event: type }) => type === event.type)) {
        const { kind, payload } = job(event);
        const together = Object.values(payload).join(' ');
        woken.set(`${kind.name} ${together}`, { kind, payload, key: event.id, together });
      }
    }
    return [...woken.values()];
  }

  protected override forget(): void {
    this.position = undefined;
  }
}
