import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../../base/config/settings.js';
import { type Moved, PLACED, readMoved } from './feed.repository.js';
import { Sequencer } from './sequencer.js';

const AGAIN_MS = 1000;
const UNHEARD_MS = 500;

/** Null: perhaps. */
type Listener = (moved: Moved | null) => void;

/**
 * Says that the feed has moved, whichever process placed the events. What this process placed it says at once, of the
 * others it hears by the sequencer's NOTIFY, which tells of its own too; where a pooler swallows that, it says twice a
 * second that the feed may have moved.
 */
@Injectable()
export class FeedSignal implements BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedSignal.name);
  private readonly listeners = new Set<Listener>();
  private session: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private unheard: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    sequencer: Sequencer,
  ) {
    sequencer.whenPlaced((moved) => {
      if (moved !== null) this.tell(moved);
    });
  }

  /** The first who wants to know opens the connection that listens. */
  whenMoved(listener: Listener): void {
    this.listeners.add(listener);
    if (this.listeners.size > 1) return;
    void this.listen();
    this.unheard = setInterval(() => this.tell(null), UNHEARD_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    clearInterval(this.unheard);
    await this.session?.end().catch(() => undefined);
  }

  private tell(moved: Moved | null): void {
    this.listeners.forEach((listener) => listener(moved));
  }

  private async listen(): Promise<void> {
    const session = new Client({
      connectionString: this.settings.DATABASE_URL!,
      application_name: 'second-source listener',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    let isOver = false;
    const lost = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      this.session = undefined;
      if (this.stopped) return;
      if (error !== undefined)
        this.logger.warn(`the connection that hears of events ended: ${error.message}`);
      this.again = setTimeout(() => void this.listen(), AGAIN_MS).unref();
    };
    session.on('error', lost);
    session.on('end', () => lost());
    session.on('notification', ({ payload }) => this.tell(readMoved(payload ?? '')));
    try {
      await session.connect();
      this.session = session;
      await session.query(`listen ${PLACED}`);
      // What moved before this was not heard.
      this.tell(null);
    } catch (error) {
      lost(error as Error);
      await session.end().catch(() => undefined);
    }
  }
}
