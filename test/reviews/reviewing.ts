import { randomUUID } from 'node:crypto';
import { type Desk, freshDatabase, onDatabase, type OwnDesk, startDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, queuedClaim, source } from '../setup/workspace.js';

/** How often a race is run; 50 times before one believes in a change: RUNS=50. */
export const RUNS = Number(process.env['RUNS'] ?? 8);

/** Takes the next claim; fails when there is none. */
export async function take(by: Client, queueId: string | null = null): Promise<Json> {
  const answer = await by.post('/reviews/next', { queueId });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Gives a decision under the lease of `assignment`; `fields` replace what would be sent. */
export function decide(by: Client, assignment: Json, fields: Record<string, unknown> = {}): Promise<Answer> {
  return by.post(`/assignments/${assignment.id}/decision`, {
    token: assignment.lease.token,
    rating: 'unverifiable',
    confidence: 'moderate',
    rationale: 'Neither side shows anything.',
    ...fields,
  });
}

/** What may be done under a lease, with what its holder would send. */
export const ACTS_UNDER_A_LEASE: [string, (token: number) => object][] = [
  [
    'decision',
    (token) => ({
      token,
      rating: 'mixed',
      confidence: 'low',
      rationale: 'Both have a point.',
      citedStatements: [],
    }),
  ],
  ['renew', (token) => ({ token })],
  ['release', (token) => ({ token })],
  ['decline', (token) => ({ token, reason: 'language' })],
  ['hold', (token) => ({ token, until: inHours(1), reason: 'The ministry has promised an answer.' })],
  ['hand-over', (token) => ({ token, to: randomUUID(), note: 'You read Korean.' })],
];

export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

export async function queue(by: Client, fields: Record<string, unknown> = {}): Promise<Json> {
  return created(await by.post('/queues', { name: `Queue ${++queues}`, ...fields }));
}
let queues = 0;

/** A queue that asks for two independent decisions; answers its id. */
export async function queueOfTwo(by: Client, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await queue(by, fields);
  await sql(by.desk, 'update queues set reviews = 2 where id = $1', [id]);
  return id;
}

export async function idOf(client: Client): Promise<string> {
  return (await client.get('/me')).body.id as string;
}

/** Records a statement; of a source of its own, with a party of its own, when none is named. */
export async function record(by: Client, claimId: string, stance: string, from?: Json): Promise<Json> {
  const { id: sourceId } = from ?? (await source(by, { party: randomUUID() }));
  return created(await by.post(`/claims/${claimId}/statements`, { sourceId, stance }));
}

export async function addEvidence(by: Client, claimId: string): Promise<Json> {
  const fields = { kind: 'image', url: 'https://example.org/photo.jpg', bearing: 'supports' };
  return created(await by.post(`/claims/${claimId}/evidence`, fields));
}

function created(answer: Answer): Json {
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Moves a claim on, whatever its version is. */
export function move(by: Client, claimId: string, to: Record<string, unknown>): Promise<Answer> {
  return by.post(`/claims/${claimId}/transitions`, to, { ifMatch: '*' });
}

/** Lets the time of leases and offers run out, a second ago or longer. */
export async function runOut(desk: Desk, assignmentId: string, ago = '1 second'): Promise<void> {
  await sql(
    desk,
    `update assignments
        set expires_at = date_trunc('milliseconds', clock_timestamp()) - $2::interval,
            opened_at = opened_at - $2::interval - interval '1 minute'
      where id = $1`,
    [assignmentId, ago],
  );
}

/** Lets six minutes pass since a turn ended: what was given back may come again to the same member. */
export async function letSixMinutesPass(desk: Desk, assignmentId: string): Promise<void> {
  await sql(desk, `update assignments set ended_at = ended_at - interval '6 minutes' where id = $1`, [
    assignmentId,
  ]);
}

export function sql<Row = Json>(desk: Desk, statement: string, values: unknown[] = []): Promise<Row[]> {
  return onDatabase(
    desk.databaseUrl,
    async (client) => (await client.query(statement, values)).rows as Row[],
  );
}

/**
 * Queues one claim through the API and as many more like it in one statement, as a copy of its rows: thousands in
 * a second, and every constraint holds. Answers their ids.
 */
export async function manyQueued(by: Client, count: number, to: object = {}): Promise<string[]> {
  const first = await queuedClaim(by, {}, to);
  const copies = await sql<{ id: string }>(
    by.desk,
    `with ids as materialized (
       select n, gen_random_uuid() as claim, gen_random_uuid() as round
         from generate_series(1, $2::int) n
     ), claims_copied as (
       insert into claims
       select (jsonb_populate_record(c, jsonb_build_object('id', claim, 'text', 'Copy ' || n))).* from claims c, ids
        where c.id = $1
     ), rounds_copied as (
       insert into rounds
       select (jsonb_populate_record(r, jsonb_build_object('id', round, 'claim_id', claim))).* from rounds r, ids
        where r.claim_id = $1
     ), slots_copied as (
       insert into slots
       select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'round_id', round, 'claim_id', claim))).*
         from slots s, ids where s.claim_id = $1
     )
     select claim as id from ids`,
    [first.id, count - 1],
  );
  return [first.id as string, ...copies.map(({ id }) => id)];
}

export interface OwnDatabaseDesk extends OwnDesk {
  close(): Promise<void>;
}

/** A server on a database of its own. */
export async function deskOfItsOwn(environment: NodeJS.ProcessEnv = {}): Promise<OwnDatabaseDesk> {
  const database = await freshDatabase();
  const desk = await startDesk(database.url, environment);
  return {
    ...desk,
    close: async () => {
      await desk.stop();
      await database.drop();
    },
  };
}

/** One that runs no jobs: nothing is tidied behind a test's back. */
export function deskWithoutWorker(): Promise<OwnDatabaseDesk> {
  return deskOfItsOwn({ ROLE: 'api' });
}

/** A process that only runs jobs. Its sweeps run at once when none is known yet, then in their time. */
export function startWorker(desk: Desk): Promise<OwnDesk> {
  return startDesk(desk.databaseUrl, { ROLE: 'worker' });
}

/** How many of each thing stand in the database about a claim; a refused act must leave all of it alone. */
export async function traces(desk: Desk, claimId: string): Promise<Json> {
  const [row] = await sql(
    desk,
    `select (select version from claims where id = $1) as version,
            (select status from claims where id = $1) as status,
            (select jsonb_agg(jsonb_build_array(id, state, token, expires_at, ended_at) order by id)
               from assignments where claim_id = $1) as assignments,
            (select jsonb_agg(jsonb_build_array(id, state, token) order by id) from slots where claim_id = $1) as slots,
            (select count(*) from assignment_ledger l join assignments a on a.id = l.assignment_id
              where a.claim_id = $1) as ledger,
            (select count(*) from decisions where claim_id = $1) as decisions,
            (select count(*) from events where claim_id = $1) as events`,
    [claimId],
  );
  return row;
}
