import type pg from 'pg';
import { freshDatabase, onDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { openNewsroom } from './newsroom.js';

interface ForeignKey {
  name: string;
  from: string;
  to: string;
  columns: string[];
  targets: string[];
}

// Ids that no foreign key guards, each for a reason.
const UNGUARDED = [
  // An event outlives what it tells of, and its subject may be of any kind.
  'events.actor_id',
  'events.subject_id',
  'events.claim_id',
  'events.chain_id',
  // What was once signed of a chain stands, also when somebody has taken the chain away: that is how it shows.
  'history_head_chains.chain_id',
  // Kept by the reviews floor, which stands above and owns queues.
  'claims.queue_id',
  // Digests and marks in the form of an id.
  'claim_terms.text_key',
  'imports.runner',
];

const SEARCHED = `insert into stall_searches select id, queue_id, workspace_id, '', now() from queue_needs on conflict do nothing`;
const WAITING = `insert into unplaced_events (workspace_id, event_id, type) select workspace_id, id, type from events`;

const KEYS = `
  select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
         array(select attname::text from unnest(c.conkey) with ordinality k (n, i)
                 join pg_attribute on attrelid = c.conrelid and attnum = k.n order by i) as columns,
         array(select attname::text from unnest(c.confkey) with ordinality k (n, i)
                 join pg_attribute on attrelid = c.confrelid and attnum = k.n order by i) as targets
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
   where c.contype = 'f' and n.nspname = 'public' order by 1`;

describe('foreign keys between tenant rows', () => {
  let database: { url: string; drop(): Promise<void> };
  let client: pg.Client;
  let tenants: string[];
  let keys: ForeignKey[];
  let own: string;
  let other: string;

  const query = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, parameters)).rows as Row[];

  beforeAll(async () => {
    database = await freshDatabase();
    const desk: OwnDesk = await startDesk(database.url);
    const rooms = [await openNewsroom(desk), await openNewsroom(desk)];
    await desk.stop();
    const { Client } = (await import('pg')).default;
    client = new Client({ connectionString: database.url });
    await client.connect();
    const rows = await query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
    );
    tenants = rows.map(({ name }) => name);
    keys = await query<ForeignKey>(KEYS);
    const ids = await query<{ id: string }>(
      'select id from workspaces where slug = any($1) order by created_at',
      [rooms.map(({ workspace }) => workspace.slug)],
    );
    [own, other] = ids.map(({ id }) => id) as [string, string];
    await onDatabase(database.url, removeOtherGuards);
    await query(SEARCHED);
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** In this database, which is thrown away, only foreign keys guard the rows: nothing else can refuse first. */
  async function removeOtherGuards(on: pg.Client): Promise<void> {
    for (const table of tenants) await on.query(`alter table ${table} disable trigger user`);
    const checks = await query<{ name: string; table: string }>(
      `select conname as name, conrelid::regclass::text as "table" from pg_constraint
        where contype = 'c' and connamespace = 'public'::regnamespace`,
    );
    for (const { name, table } of checks) await on.query(`alter table ${table} drop constraint ${name}`);
  }

  const betweenTenants = () => keys.filter(({ from, to }) => tenants.includes(from) && tenants.includes(to));

  it('carry the workspace on both sides', () => {
    expect(betweenTenants().length).toBeGreaterThan(35);
    const without = betweenTenants().filter(
      ({ columns, targets }) =>
        columns.indexOf('workspace_id') < 0 ||
        columns.indexOf('workspace_id') !== targets.indexOf('workspace_id'),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('stand on every column that names another row', async () => {
    const columns = await query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = any($1) and data_type = 'uuid'
          and column_name not in ('id', 'workspace_id') order by 1`,
      [tenants],
    );
    const guarded = new Set(
      keys.flatMap(({ from, columns: names }) => names.map((name) => `${from}.${name}`)),
    );
    const open = columns.map(({ name }) => name).filter((name) => !guarded.has(name));
    expect(open.sort()).toEqual([...UNGUARDED].sort());
  });

  it('lead from every tenant table to its workspace, over other tables or at once', () => {
    // Counts are written by a trigger on claims, which have a key; a key on each of their rows would cost locks.
    const counted = ['claim_counts', 'claim_count_deltas', 'claim_term_deltas'];
    const rooted = new Set(['workspaces']);
    for (let size = 0; size !== rooted.size;) {
      size = rooted.size;
      for (const { from, to } of keys) if (rooted.has(to)) rooted.add(from);
    }
    expect(tenants.filter((table) => !rooted.has(table) && !counted.includes(table))).toEqual([]);
  });

  it('refuse every row that points into another workspace', async () => {
    const accepted: string[] = [];
    // With a day alone no row of another workspace can be named, as every workspace has the same days; nor with its own id.
    const naming = ({ columns }: ForeignKey) => !columns.includes('day') && !columns.includes('id');
    for (const key of betweenTenants().filter(naming)) {
      const refusal = await pointAcross(key);
      if (refusal !== '23503') accepted.push(`${key.name}: ${refusal}`);
    }
    expect(accepted).toEqual([]);
  });

  /** Makes a row of the one workspace name a row of the other; answers the SQLSTATE of the refusal. */
  async function pointAcross({ from, to, columns, targets }: ForeignKey): Promise<string> {
    const values = columns.flatMap((column, i) =>
      column === 'workspace_id'
        ? []
        : [
            `${column} = (select ${targets[i]} from ${to} where workspace_id = '${other}' order by id limit 1)`,
          ],
    );
    const moved = await refusalOf(from, values.join(', '));
    // The other workspace's own row may hold the place by a unique index: then ours is said to be of that workspace.
    return moved === '23505' ? refusalOf(from, `workspace_id = '${other}'`) : moved;
  }

  async function refusalOf(table: string, change: string): Promise<string> {
    await client.query('begin');
    await client.query('set constraints all immediate');
    try {
      // The sequencer leaves no event waiting; one is put back, and gone again with the transaction.
      if (table === 'unplaced_events')
        await client.query(`${WAITING} where workspace_id = $1 limit 1`, [own]);
      const { rowCount } = await client.query(
        `update ${table} set ${change} where ctid = (select ctid from ${table} where workspace_id = $1 limit 1)`,
        [own],
      );
      return rowCount === 1 ? 'was accepted' : `has no row in ${table}: enter one in test/edge/newsroom.ts`;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
    }
  }
});
