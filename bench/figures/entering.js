import { v7 as uuid } from 'uuid';
import { connect, withConnections } from '../database.js';
import { keepBusy, withCallers } from '../load.js';

const CALLERS = 8;
const LIMIT = 'the same rows in one transaction';

/** Entering claims and recording statements, by eight fact-checkers, beside a transaction that only writes the same rows. */
export async function enteringFigures({ desk, server, seconds }) {
  const client = await connect(desk.url);
  const sources = await idsOf(client, 'select id from sources limit 500');
  const claims = await idsOf(
    client,
    `select id from claims where status = 'decided' and corroboration = 'unsourced' order by random()`,
  );
  await client.end();

  const claim = () => ({
    text: `Army units have arrived in the combat zone, says the ministry. This is number ${Math.random()}.`,
    language: 'en',
    topics: ['ukraine-war', `topic-${Math.floor(Math.random() * 1000)}`],
    priority: 5,
  });
  const statement = () => ({
    sourceId: sources[Math.floor(Math.random() * sources.length)],
    stance: 'asserts',
    quote: 'They have arrived.',
    basis: 'firsthand',
  });
  const overHttp = (path, body) =>
    withCallers(server, Array(CALLERS).fill(desk.factChecker), async (callers) => {
      const work = (caller) => caller.post(201, path(), body());
      await keepBusy(callers, work, { count: 100 });
      return keepBusy(callers, work, { seconds });
    });
  const inSql = async (write) => {
    const rows = await newestRows(desk.url);
    return withConnections(desk.url, CALLERS, (clients) =>
      keepBusy(clients, (one) => inTransaction(one, () => write(one, rows)), { seconds }),
    );
  };

  const figures = [];
  for (const [what, body] of [
    ['POST /claims', claim],
    ['POST /claims with a statement', () => ({ ...claim(), statement: statement() })],
  ]) {
    figures.push({
      what,
      api: await overHttp(() => '/claims', body),
      limit: LIMIT,
      bare: await inSql(insertClaim),
    });
  }
  figures.push({
    what: 'POST /claims/{id}/statements',
    api: await overHttp(() => `/claims/${claims.pop()}/statements`, statement),
    limit: LIMIT,
    bare: await inSql((one, rows) => insertStatement(one, rows, claims.pop())),
  });
  return figures;
}

async function idsOf(client, sql) {
  return (await client.query(sql)).rows.map(({ id }) => id);
}

/** What the newest write wrote, by table; the claim and its chain as it left them. */
async function newestRows(databaseUrl) {
  const client = await connect(databaseUrl);
  const { rows } = await client.query(
    `with claim as (select * from claims order by updated_at desc limit 1),
          event as (select * from events e where e.claim_id = (select id from claim)
                       and e.at = (select max(at) from events where claim_id = e.claim_id))
     select (select jsonb_agg(c) from claim c) as claims,
            (select jsonb_agg(h) from chains h where h.id = (select id from claim)) as chains,
            (select jsonb_agg(s) from statements s where s.claim_id = (select id from claim)) as statements,
            (select jsonb_agg(e) from event e) as events,
            (select jsonb_agg(c) from event_contents c join event e on e.id = c.event_id) as event_contents`,
  );
  await client.end();
  return rows[0];
}

async function inTransaction(client, work) {
  await client.query('begin');
  await work();
  await client.query('commit');
}

async function insertClaim(client, rows) {
  const anew = newIds(rows, uuid());
  for (const table of ['claims', 'statements', 'chains', 'events', 'event_contents'])
    await insert(client, table, anew(table));
  await queue(client, anew('events'));
}

async function insertStatement(client, rows, claimId) {
  const anew = newIds(rows, claimId);
  await client.query(
    `update claims set corroboration = 'single_source', support = 1, corroboration_as_of = clock_timestamp(),
            updated_at = clock_timestamp(), last_recorded_at = clock_timestamp(), version = version + 1 where id = $1`,
    [claimId],
  );
  for (const table of ['statements', 'events', 'event_contents']) await insert(client, table, anew(table));
  await client.query('update chains set length = length + 2 where id = $1', [claimId]);
  await queue(client, anew('events'));
}

/** The rows of a table with ids that are not taken yet. */
function newIds(rows, claimId) {
  const ids = new Map([[rows.claims[0].id, claimId]]);
  for (const { id } of [...(rows.statements ?? []), ...rows.events]) ids.set(id, uuid());
  return (table) =>
    [...ids].reduce((json, [old, fresh]) => json.replaceAll(old, fresh), JSON.stringify(rows[table]));
}

async function insert(client, table, json) {
  if (json !== 'null')
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      json,
    ]);
}

function queue(client, events) {
  return client.query(
    `insert into unplaced_events (workspace_id, event_id, type)
     select workspace_id, id, type from jsonb_populate_recordset(null::events, $1)`,
    [events],
  );
}
