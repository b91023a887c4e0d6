import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../../base/config/settings.js';
import { PLACED } from './feed.repository.js';
import { Sequencer } from './sequencer.js';

const AGAIN_MS = 1000;

/** Null: perhaps all of them. */
type Moved = (workspaceIds: string[] | null) => void;

/**
 * Says that the feed has moved, whichever process placed the events. The sequencer's NOTIFY brings that at once; where
 * a pooler swallows it, the sequencer's own sweep says so twice a second, so a listener must look either way.
 */
@Injectable()
export class FeedSignal implements BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedSignal.name);
  private readonly listeners = new Set<Moved>();
  private session: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    sequencer: Sequencer,
  ) {
    sequencer.whenPlaced(() => this.tell(null));
  }

  /** The first who wants to know opens the connection that listens. */
  whenMoved(listener: Moved): void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    await this.session?.end().catch(() => undefined);
  }

  private tell(workspaceIds: string[] | null): void {
    this.listeners.forEach((listener) => listener(workspaceIds));
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
    session.on('notification', ({ payload }) => this.tell(payload ? payload.split(' ') : null));
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
