import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Leadership } from '../../base/database/leadership.service.js';
import { type NewJob, Jobs } from '../../base/jobs/jobs.service.js';
import { FeedRepository, type PlacedEvent } from './feed.repository.js';
import { Sequencer } from './sequencer.js';

/** Which job an event wakes. The list stands in subscriptions.ts, the only place that knows both ends. */
export interface Subscription {
  event: string;
  job: (event: PlacedEvent) => NewJob;
}

export const SUBSCRIPTIONS = Symbol('subscriptions');

/** Its name among the readers of the feed. */
export const READER = 'event-tracker';
const BATCH = 500;
const POLL_MS = 500;

/**
 * Hands each event to the jobs that want it, one process at a time. Jobs are added before the cursor moves, so after
 * a crash some are added again (their key makes them the same job), and none is left out.
 */
@Injectable()
export class EventTracker implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventTracker.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private position: number | undefined;
  private failure: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly leadership: Leadership,
    private readonly repository: FeedRepository,
    private readonly jobs: Jobs,
    private readonly sequencer: Sequencer,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscription[],
  ) {}

  start(): void {
    this.sequencer.whenPlaced(() => this.kick());
    this.timer = setInterval(() => this.kick(), POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private kick(): void {
    if (this.timer === undefined) return;
    this.running ??= this.track()
      .catch((error: Error) => this.failed(error))
      .finally(() => (this.running = undefined));
  }

  // Said once while nothing changes: it is tried twice a second.
  private failed({ message }: Error): void {
    if (message !== this.failure) this.logger.warn(`events wait for their jobs: ${message}`);
    this.failure = message;
  }

  private async track(): Promise<void> {
    for (;;) {
      if (!(await this.leadership.leads(READER))) {
        this.position = undefined;
        return;
      }
      this.position ??= await this.repository.readFrom(this.database, READER);
      const events = await this.repository.next(this.database, this.position, BATCH);
      if (events.length === 0) return;
      const wanted = events.flatMap((event) =>
        this.subscriptions.filter(({ event: type }) => type === event.type).map(({ job }) => job(event)),
      );
      await this.jobs.add(wanted);
      this.failure = undefined;
      this.position = events.at(-1)!.position;
      await this.repository.readTo(this.database, READER, this.position);
    }
  }
}
