import { eventually, onDatabase, type OwnDesk } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { done, everyItem, faults, say, untilOpen } from './steps.js';

const TOPICS = ['kursk', 'dprk', 'weapons'];

interface Counts {
  total: number;
  byStatus: Record<string, number>;
  byCorroboration: Record<string, number>;
  byRating: Record<string, number>;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

/** What is not zero, of each kind. */
function nonzero({ total, ...kinds }: Counts): object {
  const some = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  return {
    total,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, counts]) => [kind, some(counts)])),
  };
}

function countOf(values: (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** What the list of claims under a filter adds up to. */
async function listed(by: Client, filter: string): Promise<Counts> {
  const items = await everyItem(by, `/claims${filter}`);
  return {
    total: items.length,
    byStatus: countOf(items.map(({ status }) => status)),
    byCorroboration: countOf(items.map(({ corroboration }) => corroboration.status)),
    byRating: countOf(items.map(({ verdict }) => verdict?.rating)),
  };
}

const stats = async (by: Client, filter = ''): Promise<Counts> => {
  const { asOf: _asOf, ...counts } = await done(by.get(`/stats/claims${filter}`));
  return counts;
};

describe('the counts of claims', () => {
  let by: Client;
  let editor: Client;
  let reviewer: Client;
  let workspaceId: string;
  let queues: string[];
  let sources: Json[];

  beforeEach(async () => {
    const workspace = Workspace.open();
    [by, editor, reviewer] = [
      await workspace.client('fact_checker'),
      await workspace.client('editor'),
      await workspace.client('reviewer'),
    ];
    workspaceId = (await done(by.get('/me'))).workspaceId;
    queues = [];
    for (const name of ['One', 'Two']) {
      const queue = { name, reviews: 1, blind: false, agreement: 'unanimous' };
      queues.push((await done(editor.post('/queues', queue))).id);
    }
    sources = [await source(by, { party: 'One' }), await source(by, { party: 'Two' })];
  });

  const filters = () => [
    '',
    ...TOPICS.map((topic) => `?topic=${topic}`),
    ...queues.map((id) => `?queueId=${id}`),
  ];

  async function expectEqualToLists() {
    for (const filter of filters()) {
      const counted = nonzero(await stats(by, filter));
      expect({ filter, counted }).toEqual({ filter, counted: nonzero(await listed(by, filter)) });
    }
    const rows = await onDatabase(by.desk.databaseUrl, (client) =>
      client.query('select status, corroboration, rating from claims where workspace_id = $1', [workspaceId]),
    );
    const inRows: Counts = {
      total: rows.rows.length,
      byStatus: countOf(rows.rows.map(({ status }) => status)),
      byCorroboration: countOf(rows.rows.map(({ corroboration }) => corroboration)),
      byRating: countOf(rows.rows.map(({ rating }) => rating ?? undefined)),
    };
    expect(nonzero(await stats(by))).toEqual(nonzero(inRows));
  }

  it('hold every status, corroboration and rating, zeros too', async () => {
    const states = [
      'triage',
      'queued',
      'in_review',
      'adjudication',
      'decided',
      'published',
      'on_hold',
      'closed',
    ];
    const known = ['contested', 'corroborated', 'single_source', 'retracted', 'denied', 'unsourced'];
    const ratings = ['false', 'mostly_false', 'mixed', 'mostly_true', 'true', 'misleading', 'unverifiable'];
    const zeros = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, 0]));
    const none = {
      total: 0,
      byStatus: zeros(states),
      byCorroboration: zeros(known),
      byRating: zeros(ratings),
    };
    expect(await stats(by)).toEqual(none);
    expect(await stats(by, '?topic=kursk')).toEqual(none);
    await claim(by, { topics: ['Kursk'] });
    const one = { ...none, total: 1, byStatus: { ...none.byStatus, triage: 1 } };
    const unsourced = { ...one, byCorroboration: { ...none.byCorroboration, unsourced: 1 } };
    expect(await stats(by)).toEqual(unsourced);
    expect(await stats(by, '?topic=KURSK')).toEqual(unsourced);
    expect(await stats(by, '?topic=dprk')).toEqual(none);
  });

  it('say when the newest event happened that is counted in', async () => {
    await untilOpen(by, 3);
    await claim(by);
    const { items } = await done(by.get('/events?limit=200'));
    expect((await done(by.get('/stats/claims'))).asOf).toBe(items.at(-1).at);
  });

  it('follow a claim through its life', async () => {
    const [one, two] = sources.map(({ id }) => id);
    const entered = await claim(by, { topics: ['kursk', 'dprk'] });
    const path = `/claims/${entered.id}`;
    const move = async (as: Client, to: object) => {
      const { version } = await done(as.get(path));
      await done(as.post(`${path}/transitions`, to, { ifMatch: version }));
      await expectEqualToLists();
    };
    const said = await say(by, entered.id, one, 'asserts');
    await expectEqualToLists();
    await say(by, entered.id, two, 'denies');
    await expectEqualToLists();
    await move(by, { to: 'queued', queueId: queues[0] });
    await move(by, { to: 'on_hold' });
    await move(by, { to: 'queued', queueId: queues[1] });
    await done(by.patch(path, { topics: ['weapons', 'KURSK'] }, '*'));
    await expectEqualToLists();
    const { assignment } = await done(reviewer.post('/reviews/next', { queueId: queues[1] }));
    await expectEqualToLists();
    const { token } = assignment.lease;
    const decision = { token, rating: 'mixed', confidence: 'low', rationale: 'Both are said.' };
    await done(reviewer.post(`/assignments/${assignment.id}/decision`, decision));
    await expectEqualToLists();
    expect((await stats(by, '?topic=weapons')).byRating).toMatchObject({ mixed: 1 });
    await done(editor.post(`/statements/${said.id}/strike`, { reason: 'x' }));
    await expectEqualToLists();
    await move(editor, { to: 'queued', queueId: queues[0] });
    await move(by, { to: 'closed', reason: 'withdrawn' });
    await move(editor, { to: 'triage' });
    expect(await stats(by, `?queueId=${queues[0]}`)).toMatchObject({ total: 1, byStatus: { triage: 1 } });
  });

  it('equal the lists whenever it is quiet, and add up at any moment, while many write and many poll', async () => {
    let writing = true;
    const pollers = filters().map(async (filter) => {
      for (let polls = 0; writing || polls === 0; polls++) {
        const counts = await stats(by, filter);
        expect(sum(counts.byStatus)).toBe(counts.total);
        expect(sum(counts.byCorroboration)).toBe(counts.total);
        for (const count of Object.values(counts.byStatus)) expect(count).toBeGreaterThanOrEqual(0);
      }
    });
    const wave = (i: number) =>
      Promise.all([
        ...Array.from({ length: 6 }, (_, k) => enter(k)),
        ...Array.from({ length: 3 }, () => decideNext()),
        // Whatever changes rows: a statement of SQL over all claims is counted like a request.
        onDatabase(by.desk.databaseUrl, (client) =>
          client.query(
            `update claims set topics = topics || $2::text, topic_keys = topic_keys || $2::text
              where workspace_id = $1 and not topic_keys @> array[$2::text]`,
            [workspaceId, TOPICS[i % TOPICS.length]],
          ),
        ),
      ]);
    const waves = async () => {
      for (let i = 0; i < 5; i++) {
        await wave(i);
        // What was not written through the product is seen with its next event.
        await claim(by);
        await expectEqualToLists();
      }
    };
    await waves().finally(() => (writing = false));
    await Promise.all(pollers);
    const all = await stats(by);
    expect(all.total).toBe(35);
    expect(sum(all.byRating)).toBeGreaterThan(0);
  });

  async function enter(k: number) {
    const topics = TOPICS.filter((_, i) => (k >> i) % 2);
    const [one, two] = sources.map(({ id }) => id);
    if (k % 2) return queuedClaim(by, { topics }, { queueId: queues[k % 4 === 1 ? 0 : 1] });
    const { id } = await claim(by, { topics, statement: { sourceId: one, stance: 'asserts' } });
    await say(by, id, two, k % 4 ? 'denies' : 'asserts');
    await done(by.patch(`/claims/${id}`, { topics: [TOPICS[k % 3]] }, '*'));
    const { version } = await done(by.get(`/claims/${id}`));
    const held = { to: 'on_hold', reason: 'Waiting for an answer.' };
    // The statement of SQL may come in between, as anybody may.
    await by.post(`/claims/${id}/transitions`, held, { ifMatch: version });
  }

  async function decideNext() {
    const { status, body } = await reviewer.post('/reviews/next', {});
    if (status !== 200) return;
    const decision = {
      rating: 'true',
      confidence: 'high',
      rationale: 'Seen.',
      overrideReason: 'Seen by us.',
    };
    const { id, lease } = body.assignment;
    await done(reviewer.post(`/assignments/${id}/decision`, { ...decision, token: lease.token }));
  }

  it('are refused for two filters at once and for what is none', async () => {
    for (const [query, path] of [
      [`topic=x&queueId=${queues[0]}`, 'queueId'],
      ['queueId=front', 'queueId'],
      ['topic=', 'topic'],
      [`topic=${'x'.repeat(101)}`, 'topic'],
      ['status=triage', 'status'],
    ]) {
      expect({ query, ...faults(await by.get(`/stats/claims?${query}`)) }).toEqual({
        query,
        status: 400,
        paths: [path],
      });
    }
  });

  it('are those of one workspace', async () => {
    const stranger = await Workspace.open().client('viewer');
    await queuedClaim(by, { topics: ['kursk'] }, { queueId: queues[0] });
    for (const filter of filters()) expect((await stats(stranger, filter)).total).toBe(0);
  });
});

describe('the counts of claims without a worker', () => {
  let house: House;
  let api: OwnDesk;

  beforeAll(async () => {
    house = await House.open();
    api = await house.start('api');
  });

  afterAll(() => house.close());

  it('are right while they wait to be folded, and the same when they are', async () => {
    const by = await Workspace.open(api).client('fact_checker');
    for (let i = 0; i < 20; i++) await claim(by, { topics: [TOPICS[i % 3]] });
    const counted = await stats(by);
    expect(nonzero(counted)).toEqual({
      total: 20,
      byStatus: { triage: 20 },
      byCorroboration: { unsourced: 20 },
      byRating: {},
    });
    await house.start('worker');
    await eventually(
      () => house.sql((client) => client.query('select 1 from claim_count_deltas')),
      ({ rowCount }) => rowCount === 0,
    );
    expect(await stats(by)).toEqual(counted);
    await queuedClaim(by, { topics: [TOPICS[0]] });
    expect(nonzero(await stats(by, `?topic=${TOPICS[0]}`))).toEqual(
      nonzero(await listed(by, `?topic=${TOPICS[0]}`)),
    );
  });

  it('cannot be spoilt by taking claims out of the database', async () => {
    const by = await Workspace.open(api).client('fact_checker');
    const { id } = await claim(by);
    await expect(
      house.sql((client) => client.query('delete from claims where id = $1', [id])),
    ).rejects.toMatchObject({ code: '23001' });
    expect((await stats(by)).total).toBe(1);
  });
});
