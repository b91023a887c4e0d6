import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Events } from '../events/events.service.js';
import { FeedRepository, type Moved } from './feed.repository.js';

// What a process that died has committed and not placed is found by the others within this time.
const SWEEP_MS = 400;
const RETRY_MS = 200;
const LAST_WAIT_MS = 1500;

/**
 * Gives committed events their place in the feed. Ids and transaction ids cannot: transactions commit out of
 * order, so a reader whose cursor is such an id skips what commits behind it. Here one process at a time, under
 * an advisory lock, numbers what it sees committed.
 */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sequencer.name);
  private stopped = false;
  private wanted = 0;
  private done = 0;
  private running: Promise<void> | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<(moved: Moved | null) => void>();

  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    events: Events,
  ) {
    events.whenCommitted(() => this.kick());
  }

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => this.kick(), SWEEP_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    // What cannot be placed now must not keep the process from ending; another process, or the next start, places it.
    await Promise.race([this.settled(), new Promise((resolve) => setTimeout(resolve, LAST_WAIT_MS).unref())]);
    this.stopped = true;
    await this.running;
  }

  /** Called after each try to place what was committed, with what was placed; null when nothing was left to place. */
  whenPlaced(listener: (moved: Moved | null) => void): void {
    this.listeners.add(listener);
  }

  /** Whether everything this process has committed so far has its place. */
  get isSettled(): boolean {
    return this.done >= this.wanted;
  }

  /** Resolves when everything this process has committed so far has its place. */
  async settled(): Promise<void> {
    const target = this.wanted;
    while (this.done < target && !this.stopped) await this.start();
  }

  private kick(): void {
    this.wanted += 1;
    void this.start();
  }

  private start(): Promise<void> {
    this.running ??= this.database.apart(() => this.run()).finally(() => (this.running = undefined));
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.done < this.wanted && !this.stopped) {
      const target = this.wanted;
      try {
        await this.placeAll();
        this.done = target;
      } catch (error) {
        this.logger.warn(`events could not be placed in the feed: ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private async placeAll(): Promise<void> {
    for (;;) {
      const { count, moved } = await this.repository.place(this.database);
      this.listeners.forEach((listener) => listener(moved));
      if (count < FeedRepository.BATCH) return;
    }
  }
}
