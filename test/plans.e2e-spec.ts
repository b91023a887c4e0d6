import { eventually, onDatabase, type OwnDesk, startDesk } from './setup/desk.js';
import { runJob } from './reviews/machine-jobs.js';
import { type Answer, type Client, type Json, Workspace } from './setup/workspace.js';
import { type Plan, rowsRead, WatchedDatabase } from './watched-database.js';

const CLAIMS = 20_000;
/** A page may pass over some rows that a filter leaves out. Nothing else looks at more than a few. */
const FOR_A_PAGE = 2000;
const FOR_AN_ACT = 300;
/** As many claims are looked at for the rarest words. */
const FOR_SIMILAR = 3000;
const SETUP_MS = 120_000;
const DUE = 'coalesce(review_due_at, due_at)';
const YESTERDAY = new Date(Date.now() - 24 * 3_600_000).toISOString();
const SORTS = ['-createdAt', 'createdAt', '-updatedAt', 'rank', 'dueAt'];

/**
 * What people and dashboards do all day is done on a desk that is large enough for PostgreSQL to plan as on a much
 * larger one, and PostgreSQL itself tells how it did what the running server asked.
 */
describe('on a desk of many claims', () => {
  let database: WatchedDatabase;
  let desk: OwnDesk;
  let factChecker: Client;
  let reviewer: Client;
  let editor: Client;
  /** Of a desk beside the large one that has few claims, and much going on of late. */
  let neighbour: Client;
  let growing: string[];
  let sample: Record<string, string>;

  beforeAll(async () => {
    database = await WatchedDatabase.start();
    desk = await startDesk(database.url);
    const quietly = { url: desk.url, databaseUrl: database.quietUrl };
    const workspace = Workspace.open(quietly);
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    editor = await workspace.client('editor');
    await workspace.client('reviewer', 'another reviewer');
    neighbour = await Workspace.open(quietly).client('editor');
    const queueId = await fill(database.quietUrl, factChecker);
    await beBusy(database.quietUrl, neighbour);
    await caughtUp(desk, database.quietUrl);
    growing = await growingTables(database.quietUrl);
    sample = {
      ...(await samples(database.quietUrl)),
      queueId,
      reviewerId: (await reviewer.get('/me')).body.id,
      lastCursor: (await reviewer.get('/events?type=party.merged')).body.nextCursor,
    };
    await database.forget();
  }, SETUP_MS);

  afterAll(async () => {
    await desk.stop();
    await forgetKeys(database.quietUrl);
    await database.stop();
  });

  /** Does it, and expects that every statement found the rows of growing tables by an index, and looked at few. */
  async function expectFewRows(most: number, table: string, act: () => Promise<Answer[]>): Promise<Answer[]> {
    const answers = await act();
    const plans = await database.plans().catch(async (error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
      // A plan longer than a pipe takes at once was torn by what another process told: all of it is done again.
      return act().then(() => database.plans());
    });
    expect(plans.some(({ nodes }) => nodes.some((node) => node['Relation Name'] === table))).toBe(true);
    expect(plans.flatMap((plan) => faultsOf(plan, growing, most))).toEqual([]);
    for (const { status, body } of answers) expect([status < 300, body]).toEqual([true, body]);
    return answers;
  }

  it('knows which tables grow', () => {
    expect(growing).toEqual(
      expect.arrayContaining(['claims', 'statements', 'rounds', 'slots', 'chains', 'events', 'feed']),
    );
  });

  const FILTERS = [
    ['all', ''],
    ['of a frequent status', 'status=queued'],
    ['of a status that only new claims have', 'status=triage'],
    ['of a rare status', 'status=in_review'],
    ['of a status and a corroboration', 'status=queued&corroboration=single_source'],
    ['of a corroboration', 'corroboration=contested'],
    ['of a rating nobody has given', 'rating=none'],
    ['of a rare topic', 'topic=rare'],
    ['of a topic nobody uses', 'topic=none'],
    ['in a frequent language', 'language=en'],
    ['in a language nobody uses', 'language=fi'],
    ['with a frequent word', 'text=word0'],
    ['with a rare word', 'text=word4999'],
    ['with an external id', 'externalId=desk-17'],
    ['with a source that says little', 'sourceId={sourceId}'],
    ['that a member works on', 'assignee={reviewerId}'],
    ['of a queue that wait', 'queueId={queueId}&status=queued'],
  ] as const;

  it.each(FILTERS)('lists claims %s in every order from few rows', async (_which, filter) => {
    const paths = SORTS.map((sort) => `/claims?sort=${sort}&${withIds(filter, sample)}`);
    await expectFewRows(FOR_A_PAGE, 'claims', () => each(paths, (path) => factChecker.get(path)));
  });

  it.each(FILTERS)('lists claims %s of a small desk beside it from few rows', async (_which, filter) => {
    const paths = SORTS.map((sort) => `/claims?sort=${sort}&${withIds(filter, sample)}`);
    await expectFewRows(FOR_AN_ACT, 'claims', () => each(paths, (path) => neighbour.get(path)));
  });

  it.each(SORTS)('goes on with a list by %s from few rows, however deep', async (sort) => {
    const first = await factChecker.get(`/claims?sort=${sort}&limit=1`);
    const [tag] = first.body.nextCursor.split('.');
    const places = await placesOf(database.quietUrl, sort);
    await database.forget();
    await expectFewRows(FOR_AN_ACT, 'claims', () =>
      each(places, (place) => factChecker.get(`/claims?sort=${sort}&cursor=${tag}.${encode(place)}`)),
    );
  });

  it.each([
    ['a claim', 'claims', '/claims/{claimId}'],
    ['what sources say on a claim', 'statements', '/claims/{claimId}/statements'],
    ['what a source says', 'statements', '/sources/{talkerId}/statements'],
    ['the corroboration of a claim', 'statements', '/claims/{claimId}/corroboration'],
    ['the history of a claim', 'events', '/claims/{claimId}/history'],
    ['all turns', 'assignments', '/assignments'],
    ["a member's turns", 'assignments', '/assignments?mine=true'],
    ['the reviews of a claim', 'rounds', '/claims/{claimId}/reviews'],
    ['the present leases', 'assignments', '/assignments?state=leased'],
    ["a member's leases", 'assignments', '/assignments?mine=true&state=leased'],
    ['the feed from its beginning', 'feed', '/events'],
    ['the feed from its middle', 'feed', `/events?after=${CLAIMS / 2}`],
    ['what is new in the feed', 'feed', '/events?after={lastCursor}'],
    ['what is new of a rare type', 'feed', '/events?type=party.merged&after={lastCursor}'],
  ])('reads %s from few rows', async (_what, table, path) => {
    await expectFewRows(FOR_AN_ACT, table, () => each([withIds(path, sample)], (one) => reviewer.get(one)));
  });

  it.each(['', '?topic=ukraine-war', '?queueId={queueId}'])(
    'counts claims%s from few rows',
    async (query) => {
      await expectFewRows(FOR_AN_ACT, 'claim_counts', async () => [
        await factChecker.post('/claims', { text: 'One more', language: 'en' }),
        await factChecker.get(`/stats/claims${withIds(query, sample)}`),
      ]);
    },
  );

  it.each(['', '&language=en'])('finds similar claims by their words from few rows%s', async (language) => {
    const text = encodeURIComponent(
      'forgotten word0 word7 word80 word350 word900 word2100 word3300 word4500',
    );
    const url = encodeURIComponent('https://example.org/1');
    await expectFewRows(FOR_SIMILAR, 'claim_terms', () =>
      each([factChecker, neighbour], (by) => by.get(`/claims/similar?text=${text}&url=${url}${language}`)),
    );
  });

  it('enters, amends and queues a claim with few rows', async () => {
    await expectFewRows(FOR_AN_ACT, 'claims', async () => {
      const statement = { sourceId: sample['talkerId'], stance: 'asserts' };
      const entered = await factChecker.post('/claims', { text: 'A claim', language: 'en', statement });
      const path = `/claims/${entered.body.id}`;
      const amended = await factChecker.patch(path, { topics: ['ukraine-war'] }, 1);
      const queued = await factChecker.post(`${path}/transitions`, { to: 'queued' }, { ifMatch: 2 });
      return [entered, amended, queued];
    });
  });

  it('records a statement and evidence with few rows', async () => {
    const path = `/claims/${sample['claimId']}`;
    await expectFewRows(FOR_AN_ACT, 'statements', async () => [
      await factChecker.post(`${path}/statements`, { sourceId: sample['talkerId'], stance: 'denies' }),
      await factChecker.post(`${path}/evidence`, {
        kind: 'page',
        url: 'https://example.org/',
        bearing: 'context',
      }),
    ]);
  });

  it('takes, renews, gives back and decides with few rows', async () => {
    await expectFewRows(FOR_AN_ACT, 'slots', async () => {
      const taken = await reviewer.post('/reviews/next', { queueId: sample['queueId'] });
      const renewed = await reviewer.post(`/assignments/${taken.body.assignment.id}/renew`, { token: 1 });
      const released = await reviewer.post(`/assignments/${taken.body.assignment.id}/release`, { token: 1 });
      const another = await reviewer.post('/reviews/next', {});
      const decision = { token: 1, rating: 'unverifiable', confidence: 'low', rationale: 'No imagery yet.' };
      const decided = await reviewer.post(`/assignments/${another.body.assignment.id}/decision`, decision);
      return [taken, renewed, released, another, decided];
    });
  });

  it('finds with few rows what is for a member behind much that is not', async () => {
    await enterTheHead(database.quietUrl, sample['reviewerId']!, CLAIMS / 4);
    await database.forget();
    await expectFewRows(FOR_AN_ACT, 'slots', () =>
      each(['first', 'second'], () => reviewer.post('/reviews/next', { queueId: sample['queueId'] })),
    );
    const [more] = await expectFewRows(FOR_AN_ACT, 'slots', async () => [
      await reviewer.post('/reviews/next'),
    ]);
    expect(more!.body.claim.createdBy).not.toBe(sample['reviewerId']);
  });

  it.each([
    ['agreement', 'rounds', `/stats/agreement?from=${YESTERDAY}`],
    ['queues', 'slots', `/stats/queues?from=${YESTERDAY}`],
    ['reviewers', 'assignments', `/stats/reviewers?from=${YESTERDAY}`],
  ])('measures %s of a day without reading a table through', async (_what, table, path) => {
    await expectFewRows(CLAIMS, table, async () => [await editor.get(path)]);
  });

  it('says with few rows that nothing is for a member', async () => {
    const [nothing] = await expectFewRows(FOR_AN_ACT, 'slots', async () => [
      await neighbour.post('/reviews/next'),
    ]);
    expect(nothing!.status).toBe(204);
  });

  it('recomputes with few rows what a re-placed source touches', async () => {
    await expectFewRows(FOR_AN_ACT, 'statements', async () => {
      const { body } = await editor.get(`/sources/${sample['sourceId']}`);
      const placed = await editor.patch(`/sources/${body.id}`, { party: 'Another' }, body.version);
      await eventually(
        () => onDatabase(database.quietUrl, (client) => client.query('select 1 from recomputed_workspaces')),
        ({ rows }) => rows.length > 0,
      );
      return [placed];
    });
  });
});

// The machine's search for slots that nobody may take: made only when those who may review have changed.
const READS_ALL_THAT_WAITS = 'select distinct r.id, r.claim_id as "claimId"\n         from slots s';

// Counting what waits in a queue reads what waits in it, and here that is most of all slots.
const COUNTS_WHAT_WAITS = 'select count(*) as slots from queue_needs n join slots s';

/** What is wrong with how a statement was run, for a table that grows with the desk. */
function faultsOf({ statement, nodes }: Plan, growing: string[], most: number): string[] {
  if (statement.includes(READS_ALL_THAT_WAITS)) return [];
  return nodes.flatMap((node) => {
    const table = node['Relation Name'];
    if (table === undefined || !growing.includes(table) || node['Node Type'] === 'ModifyTable') return [];
    if (table === 'slots' && statement.includes(COUNTS_WHAT_WAITS)) return [];
    const how = `${node['Node Type']} ${node['Index Name'] ?? ''} on ${table} in: ${statement}`;
    if (node['Node Type'] === 'Seq Scan') return [how];
    return rowsRead(node) > most ? [`${rowsRead(node)} rows by ${how}`] : [];
  });
}

/** One after the other: of statements that run beside each other the log would be harder to read. */
async function each<T>(all: T[], ask: (one: T) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}

function withIds(path: string, ids: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!);
}

function encode(place: (string | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The desk that the benchmark measures too. It is JavaScript, which the compiler of the tests does not read. */
async function fill(databaseUrl: string, factChecker: Client): Promise<string> {
  const { id, workspaceId } = (await factChecker.get('/me')).body;
  const { seed }: Json = await import(new URL('../bench/seed.js', import.meta.url).href);
  const [queueId] = await seed(databaseUrl, { workspaceId, enteredBy: id, claims: CLAIMS, queues: 1 });
  return queueId;
}

/** Thousands of events behind everything that happened on the large desk. */
async function beBusy(databaseUrl: string, by: Client): Promise<void> {
  const { id, workspaceId } = (await by.get('/me')).body;
  await onDatabase(databaseUrl, async (client) => {
    await client.query(
      `with happened as (
         insert into events (id, workspace_id, type, at, actor_type, actor_id, subject_type, subject_id, chain_id,
                             chain_number, content_digest, digest)
         select gen_random_uuid(), $1, 'queue.created', now(), 'member', $2, 'member', $2, $2, 1000 + n,
                sha256('content'), sha256('event')
           from generate_series(1, $3::int) n
         returning id
       )
       insert into feed (position, workspace_id, event_id, type)
       select (select max(position) from feed) + 1000 + row_number() over (), $1, id, 'queue.created' from happened`,
      [workspaceId, id, CLAIMS / 4],
    );
    await client.query('vacuum (analyze)');
  });
}

/** Until whatever follows the feed has come to its end: no more of what was seeded is read then. */
async function caughtUp(desk: OwnDesk, databaseUrl: string): Promise<void> {
  await runJob(desk, 'claim.sweep-re-reviews');
  await onDatabase(databaseUrl, (client) =>
    eventually(
      () => client.query('select 1 from feed_readers where position < (select max(position) from feed)'),
      ({ rows }) => rows.length === 0,
    ),
  );
}

/** As if the member had imported what waits at the head of the queue. */
async function enterTheHead(databaseUrl: string, memberId: string, count: number): Promise<void> {
  await onDatabase(databaseUrl, async (client) => {
    await client.query(
      `update slots set entered_by = $1, authors = array[$1::uuid]
        where id in (select id from slots where state = 'waiting' order by rank, id limit $2)`,
      [memberId, count],
    );
    await client.query('vacuum (analyze) slots');
  });
}

async function growingTables(databaseUrl: string): Promise<string[]> {
  const { rows } = await onDatabase(databaseUrl, (client) =>
    client.query<{ name: string }>(
      `select relname as name from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1 order by 1`,
      [CLAIMS / 4],
    ),
  );
  return rows.map(({ name }) => name);
}

async function samples(databaseUrl: string): Promise<Record<string, string>> {
  const { rows } = await onDatabase(databaseUrl, (client) =>
    client.query<Record<string, string>>(
      `select (select id from claims where status = 'decided' limit 1) as "claimId",
              (select source_id from statements group by 1 order by count(*) limit 1) as "sourceId",
              (select source_id from statements group by 1 order by count(*) desc limit 1) as "talkerId"`,
    ),
  );
  return rows[0]!;
}

/** Where a list in this order is one and three quarters through. */
async function placesOf(databaseUrl: string, sort: string): Promise<(string | null)[][]> {
  const column = { createdAt: 'created_at', updatedAt: 'updated_at', rank: 'rank', dueAt: DUE }[
    sort.replace('-', '')
  ]!;
  const { rows } = await onDatabase(databaseUrl, (client) =>
    client.query<{ at: Date | null; id: string }>(
      `select at, id
         from (select ${column} as at, id, row_number() over (order by ${column}, id) as place from claims) ordered
        where place in ($1, $2, $3)`,
      [CLAIMS / 20, CLAIMS / 4, (CLAIMS * 3) / 4],
    ),
  );
  return rows.map(({ at, id }) => [at?.toISOString() ?? null, id]);
}

async function forgetKeys(databaseUrl: string): Promise<void> {
  await fetch(process.env['TEST_KEYS_URL']!, {
    method: 'POST',
    body: JSON.stringify({ databaseUrl, forget: true }),
  });
}
