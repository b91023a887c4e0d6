import { freshDatabase, onDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import type pg from 'pg';

/** A database of one's own with the processes that were started on it; closing it ends them all. */
export class House {
  private readonly started: OwnDesk[] = [];

  private constructor(private readonly database: Awaited<ReturnType<typeof freshDatabase>>) {}

  static async open(): Promise<House> {
    return new House(await freshDatabase());
  }

  async start(role: 'api' | 'worker' | 'all', environment: NodeJS.ProcessEnv = {}): Promise<OwnDesk> {
    const desk = await startDesk(this.database.url, { ROLE: role, ...environment });
    this.started.push(desk);
    return desk;
  }

  sql<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return onDatabase(this.database.url, work);
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map((desk) => desk.stop()));
    await this.database.drop();
  }
}
