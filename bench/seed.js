import { StatsRepository } from '../dist/src/outputs/stats/stats.repository.js';
import { connect } from './database.js';
import { DESK_ROWS, QUEUES, RECORD_ROWS, SEEDED, SOURCES } from './seed.rows.js';

/**
 * Fills a workspace with `claims` claims, entered by one member and waiting in `queues` queues; answers the queues'
 * ids. Foreign keys and those indexes that no constraint stands on are put aside meanwhile. When they come back,
 * PostgreSQL itself checks every row.
 */
export async function seed(databaseUrl, { workspaceId, enteredBy, claims, queues }) {
  const [one, other] = [await connect(databaseUrl), await connect(databaseUrl)];
  for (const client of [one, other]) {
    await client.query(
      `set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off`,
    );
  }
  await one.query('select setseed(0.5)');
  await one.query(SOURCES, [workspaceId, enteredBy]);
  const queueIds = (await one.query(QUEUES, [workspaceId, queues])).rows.map(({ id }) => id);
  await one.query(SEEDED, [claims, queueIds, workspaceId, enteredBy]);
  await one.query('analyze seeded');
  const aside = await putAside(one, Object.keys({ ...DESK_ROWS, ...RECORD_ROWS }));
  // The words are written with the other rows, all at once.
  await one.query('alter table claims disable trigger claims_entered_are_findable');
  await Promise.all([fill(one, DESK_ROWS, aside.indexes), fill(other, RECORD_ROWS, aside.indexes)]);
  await one.query('alter table claims enable trigger claims_entered_are_findable');
  for (const key of aside.keys) await one.query(key);
  await one.query('drop table seeded');
  await settle(one);
  await Promise.all([one.end(), other.end()]);
  return queueIds;
}

/** In a transaction that empties the tables first, PostgreSQL writes rows and indexes without a log of them. */
async function fill(client, rowsOf, indexes) {
  await client.query('begin');
  for (const [table, rows] of Object.entries(rowsOf)) {
    await client.query(rows);
    for (const { definition } of indexes.filter((index) => index.table === table))
      await client.query(definition);
  }
  await client.query('commit');
}

async function putAside(client, tables) {
  const { rows: keys } = await client.query(
    `select conrelid::regclass as table, quote_ident(conname) as name from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any($1)`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass as name,
            pg_get_indexdef(i.indexrelid) as definition
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
      where i.indrelid::regclass::text = any($1) and c.oid is null`,
    [tables],
  );
  const alter = (how) =>
    keys.map(({ table, name }) => `alter table ${table} alter constraint ${name} ${how}`);
  for (const statement of alter('not enforced')) await client.query(statement);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return { indexes, keys: alter('enforced') };
}

/** As if the seed were long ago: counts folded, events handed to their jobs, statistics and free space up to date. */
async function settle(client) {
  const tx = { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
  const stats = new StatsRepository();
  while (await stats.anyDeltas(tx)) {
    await client.query('begin');
    await stats.fold(tx);
    await client.query('commit');
  }
  await client.query(`insert into feed_readers select 'event-tracker', max(position) from feed
                      on conflict (name) do update set position = excluded.position`);
  await client.query('vacuum (analyze, freeze)');
  await client.query('checkpoint');
  await client.query('reset all');
}
