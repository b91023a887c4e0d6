import type pg from 'pg';
import { type Desk, eventually, onDatabase } from '../setup/desk.js';

/** Keeps something locked, so that a test can hold others at the very place where one must not overtake another. */
export class Held {
  private constructor(private readonly client: pg.Client) {}

  /** Runs the work while what a locking statement takes is held; `release` in it lets that go. */
  static by(
    desk: Desk,
    statement: string,
    parameters: string[],
    work: (held: Held) => Promise<void>,
  ): Promise<void> {
    return onDatabase(desk.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query(statement, parameters);
      await work(new Held(client));
    });
  }

  /** Waits until so many are waiting for it, or for somebody who does. */
  async untilWaiting(count: number): Promise<void> {
    await eventually(
      () =>
        this.client.query(
          `with recursive waiting (pid) as (
             select pg_backend_pid()
             union
             select l.pid from waiting w, pg_locks l where not l.granted and w.pid = any(pg_blocking_pids(l.pid))
           )
           select 1 from waiting where pid <> pg_backend_pid()`,
        ),
      ({ rowCount }) => rowCount === count,
    );
  }

  async release(): Promise<void> {
    await this.client.query('commit');
  }
}
