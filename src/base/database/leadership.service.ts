import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../config/settings.js';

/**
 * Which process does what only one at a time should. Nobody is appointed: each asks for an advisory lock of the
 * session on a connection of its own, and the database gives it to the next one when that connection ends, however
 * it ends. Behind a pooler that shares sessions two may lead at once, so what leaders do must also be right when two
 * do it.
 */
@Injectable()
export class Leadership implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Leadership.name);
  private readonly led = new Set<string>();
  private session: Promise<Client> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Whether this process leads in `matter` now; asked again and again. Throws when the database cannot be reached. */
  async leads(matter: string): Promise<boolean> {
    if (this.led.has(matter)) return true;
    const session = await this.open();
    const { rows } = await session.query<{ led: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as led',
      [`leader:${matter}`],
    );
    // The session may have ended meanwhile, and the lock with it.
    if (rows[0]!.led && this.session !== undefined) this.led.add(matter);
    return this.led.has(matter);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const session = await this.session?.catch(() => undefined);
    await session?.end();
  }

  private open(): Promise<Client> {
    this.session ??= this.connect().catch((error: Error) => {
      this.session = undefined;
      throw error;
    });
    return this.session;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.settings.DATABASE_URL!,
      application_name: 'second-source leader',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    const lost = (error?: Error) => {
      if (error !== undefined) this.logger.warn(`a leader's connection ended: ${error.message}`);
      this.session = undefined;
      this.led.clear();
    };
    client.on('error', lost);
    client.on('end', () => lost());
    await client.connect();
    return client;
  }
}
