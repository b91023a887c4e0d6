import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freshDatabase, type OwnDesk, startDesk } from '../../setup/desk.js';
import { eventually } from '../../setup/desk.js';

const TOLD_MACHINE = new URL('told-machine.js', import.meta.url).href;
/** The program before it is put into few files: what the told machine changes is then what runs. */
const AS_COMPILED = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));
/** Not every sweep is of reviews; these are what moves turns, rounds and claims when nobody asks. */
export const SWEEPS = [
  'lease.sweep',
  'slot.offer',
  'hold.sweep',
  'round.sweep-stalled',
  'round.sweep-due',
  'claim.sweep-re-reviews',
] as const;
export type Sweep = (typeof SWEEPS)[number];

/** A server on a database of its own, whose machine does something only when it is told to. */
export class ToldDesk {
  private constructor(
    private readonly database: { url: string; drop(): Promise<void> },
    readonly rows: pg.Client,
    private desk: OwnDesk,
  ) {}

  static async open(): Promise<ToldDesk> {
    const database = await freshDatabase();
    const rows = new pg.Client({ connectionString: database.url });
    await rows.connect();
    // What is read after each step is one newsroom of many: by index, and planned once.
    await rows.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    return new ToldDesk(database, rows, await start(database.url));
  }

  get url(): string {
    return this.desk.url;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  async query<Row>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.rows.query(statement, values)).rows as Row[];
  }

  /** For what is asked again and again: it is planned once. */
  async prepared<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.rows.query({ name, text, values })).rows as Row[];
  }

  /** Waits until every event has its place in the feed. */
  async allPlaced(): Promise<void> {
    await eventually(
      () => this.query('select 1 from unplaced_events limit 1'),
      (unplaced) => unplaced.length === 0,
    );
  }

  async run(sweep: Sweep): Promise<void> {
    const { process } = this.desk;
    const ended = once(process, 'message') as Promise<[{ fault: string | null }]>;
    process.send(sweep);
    const [{ fault }] = await ended;
    if (fault !== null) throw new Error(`the job ${sweep} failed: ${fault}`);
  }

  /** Kills the server, whatever it is at, and starts another one when its transactions have ended. */
  async crash(): Promise<void> {
    await this.desk.kill();
    await eventually(
      () =>
        this.query(
          'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      (others) => others.length === 0,
    );
    this.desk = await start(this.database.url);
  }

  /** Fails when transactions waited for each other in a circle: that ends well, but only after a second. */
  async close(): Promise<void> {
    await this.desk.stop();
    const [row] = await this.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    await this.rows.end();
    await this.database.drop();
    if (row!.deadlocks !== '0') throw new Error(`${row!.deadlocks} deadlocks`);
  }
}

function start(databaseUrl: string): Promise<OwnDesk> {
  return startDesk(databaseUrl, { ROLE: 'api', NODE_OPTIONS: `--import ${TOLD_MACHINE}` }, AS_COMPILED);
}
