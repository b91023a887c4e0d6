import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { CapturesRepository, type DueLook } from './captures.repository.js';
import { Looking } from './looking.service.js';

/** So many links are looked at at once by one process; the others wait, which is also kind to whom they lead to. */
const AT_ONCE = 4;
/** A look that has not ended by then died with its process; longer than the longest download. */
const LOOK_MINUTES = 10;
const LAST_WAIT_MS = 2000;

/**
 * Looks at links that are due, in this process. Jobs only wake it, for the reason for which they only wake webhooks: one
 * that waited for a slow site would keep one of the few places of the machine's worker for as long as that site likes.
 */
@Injectable()
export class Watching implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Watching.name);
  private readonly stopping = new AbortController();
  private readonly inHand = new Set<Promise<void>>();
  private taking: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly repository: CapturesRepository,
    private readonly looking: Looking,
  ) {}

  /** Something may be due. Resolves when it is under way, or nothing was. */
  wake(): Promise<void> {
    this.taking = this.taking.then(() => this.take()).catch((error: Error) => this.warn(error));
    return this.taking;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const cutOff = setTimeout(() => this.stopping.abort(), LAST_WAIT_MS);
    this.closing = true;
    await this.taking;
    await Promise.all(this.inHand);
    clearTimeout(cutOff);
  }

  private async take(): Promise<void> {
    const free = AT_ONCE - this.inHand.size;
    if (this.closing || free === 0) return;
    for (const due of await this.repository.takeUp(this.database, free, LOOK_MINUTES)) this.begin(due);
  }

  private begin(due: DueLook): void {
    const look = this.looking
      .look(due, this.stopping.signal)
      .catch((error: Error) => this.warn(error))
      .finally(() => {
        this.inHand.delete(look);
        void this.wake();
      });
    this.inHand.add(look);
  }

  private warn(error: Error): void {
    this.logger.warn(`a link could not be looked at and is tried again: ${error.message}`);
  }
}
