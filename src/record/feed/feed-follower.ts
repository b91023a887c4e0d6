import type { BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Leadership } from '../../base/database/leadership.service.js';
import type { Sequencer } from './sequencer.js';

const POLL_MS = 500;
/** Where much happens, what came meanwhile is done in one batch: a batch of one costs as much as one of many. */
const GATHER_MS = 50;

/** Does something for each new event of the feed, one process at a time: woken when events were placed, and by a clock. */
export abstract class FeedFollower implements BeforeApplicationShutdown {
  /** Its name among the readers of the feed. */
  protected abstract readonly name: string;
  protected abstract readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wanted = false;
  private begunAt = -Infinity;
  private failure: string | undefined;

  constructor(
    private readonly leadership: Leadership,
    private readonly sequencer: Sequencer,
  ) {}

  /** Does the next batch; answers whether there may be more. */
  protected abstract follow(): Promise<boolean>;

  /** Another process follows now; what was remembered of the feed may be old when it is this one's turn again. */
  protected forget(): void {}

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
    this.wanted = true;
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  private async run(): Promise<void> {
    while (this.wanted && this.timer !== undefined) {
      const early = this.begunAt + GATHER_MS - performance.now();
      if (early > 0) await pause(early);
      this.wanted = false;
      this.begunAt = performance.now();
      await this.catchUp().catch((error: Error) => this.failed(error));
    }
  }

  // Said once while nothing changes: it is tried twice a second.
  private failed({ message }: Error): void {
    if (message !== this.failure) this.logger.warn(`events wait for ${this.name}: ${message}`);
    this.failure = message;
  }

  private async catchUp(): Promise<void> {
    do {
      if (!(await this.leadership.leads(this.name))) return this.forget();
    } while (await this.follow());
    this.failure = undefined;
  }
}
