import pg from 'pg';
import { eventually, type OwnDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { nothingInHand, nothingWaits, runsOf } from './machine-jobs.js';
import {
  deskWithoutWorker,
  idOf,
  manyQueued,
  type OwnDatabaseDesk,
  queue,
  sql,
  startWorker,
} from './reviewing.js';

const SLOTS = 60;

describe('several workers on one database', () => {
  let desk: OwnDatabaseDesk;
  let workers: OwnDesk[];
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;

  beforeEach(async () => {
    desk = await deskWithoutWorker();
    workers = [];
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
  });
  afterEach(async () => {
    for (const worker of workers) await worker.stop();
    await desk.close();
  });

  it('offer each slot once, and share the work out evenly', async () => {
    const { id: queueId } = await queue(editor, { mode: 'push' });
    for (let i = 1; i <= 4; i++) await workspace.client('reviewer', `Reviewer ${i}`);
    const ids = await manyQueued(factChecker, SLOTS, { queueId });

    workers = await Promise.all([startWorker(desk), startWorker(desk)]);

    await offered(SLOTS);
    await expectOfferedOnce(ids);
    const loads = await sql<{ load: string }>(
      desk,
      'select count(*) as load from assignments group by member_id',
    );
    expect(loads.map(({ load }) => Number(load))).toEqual([15, 15, 15, 15]);
  });

  it('offer no member more than the queue allows', async () => {
    const { id: queueId } = await queue(editor, { mode: 'push', maxLeases: 3, skills: ['on shift'] });
    const admin = await workspace.client('admin');
    const members: string[] = [];
    for (let i = 1; i <= 2; i++)
      members.push(await idOf(await workspace.client('reviewer', `Reviewer ${i}`)));
    await manyQueued(factChecker, SLOTS, { queueId });
    workers = await Promise.all([startWorker(desk), startWorker(desk)]);
    // Each event sets a worker looking for somebody.
    await Promise.all(members.map((id) => admin.patch(`/members/${id}`, { skills: ['on shift'] }, 1)));

    await offered(6);
    const waiting = await sql(desk, `select 1 from slots where state = 'waiting'`);
    expect(waiting).toHaveLength(SLOTS - 6);
    const loads = await sql<{ load: string }>(
      desk,
      'select count(*) as load from assignments group by member_id',
    );
    expect(loads.map(({ load }) => Number(load))).toEqual([3, 3]);
  });

  it('offer no member more than the queue allows, also while another offer is being written', async () => {
    const { id: queueId } = await queue(editor, { mode: 'push', maxLeases: 1, skills: ['on shift'] });
    const reviewer = await workspace.client('reviewer');
    await equip(reviewer);
    workers = [await startWorker(desk), await startWorker(desk)];
    // An offer refers to its member: both are held up there, after they have chosen whom to ask.
    const writer = await locked('select 1 from members where id = $1 for update', await idOf(reviewer));
    const first = await queuedClaim(factChecker, {}, { queueId });
    await blocked();
    const urgent = await queuedClaim(factChecker, { priority: 9 }, { queueId });
    await blocked(2);
    await writer.end();

    await offered(1);
    await nothingInHand(desk);
    const { items } = (await reviewer.get('/assignments?mine=true&state=offered')).body;
    expect(items.map(({ claimId }: Json) => claimId)).toEqual([first.id]);
    expect((await factChecker.get(`/claims/${urgent.id}`)).body).toMatchObject({
      status: 'queued',
      leases: [],
    });
  });

  it('are not held up by any number of claims that nobody may review', async () => {
    const hopeless = await queue(editor, { mode: 'push', skills: ['Linear A'] });
    await manyQueued(factChecker, 1001, { queueId: hopeless.id });
    const reviewer = await workspace.client('reviewer');
    const { id: queueId } = await queue(editor, { mode: 'push' });
    const { id } = await queuedClaim(factChecker, { priority: 0 }, { queueId });

    workers = [await startWorker(desk)];

    await offered(1);
    expect((await reviewer.get('/assignments?mine=true')).body.items[0].claimId).toBe(id);
  });

  it('do other work while thousands of changes wait for one search, and search once more for the last of them', async () => {
    const { id: queueId } = await queue(editor, { mode: 'push' });
    await workspace.client('reviewer');
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const admin = await workspace.client('admin');
    const changed = await idOf(admin);
    const writer = await locked('select 1 from claims where id = $1 for update', id);
    workers = [await startWorker(desk)];
    await blocked();
    for (let i = 0; i < 60; i++) await admin.patch(`/members/${changed}`, { skills: [`skill ${i}`] }, '*');

    // What is held up is active; nothing stands in line behind it.
    await tracked();
    await nothingWaits(desk);
    const runs = await runsOf(desk, 'slot.offer');
    await writer.end();

    await nothingInHand(desk);
    expect((await runsOf(desk, 'slot.offer')) - runs).toBeGreaterThanOrEqual(2);
    await offered(1);
  });

  it('offer everything once when one of them is killed in the middle', async () => {
    const { id: queueId } = await queue(editor, { mode: 'push' });
    await workspace.client('reviewer');
    const ids = await manyQueued(factChecker, SLOTS, { queueId });
    const writer = await locked('select 1 from claims where id = $1 for update', ids[SLOTS / 2]!);
    workers = [await startWorker(desk)];
    await blocked();

    await workers[0]!.kill();
    await writer.end();
    const before = await sql(desk, 'select 1 from assignments');
    expect(before.length).toBeLessThan(SLOTS);
    workers = [await startWorker(desk)];

    await offered(SLOTS, 45_000);
    await expectOfferedOnce(ids);
  });

  async function equip(client: Client): Promise<void> {
    const admin = await workspace.client('admin');
    await admin.patch(`/members/${await idOf(client)}`, { skills: ['on shift'] }, 1);
  }

  /** Waits until every event has been handed to the jobs that want it. */
  async function tracked(): Promise<void> {
    await eventually(
      () =>
        sql(
          desk,
          `select 1 from feed_readers where name = 'event-tracker'
              and position = (select max(position) from feed) and not exists (select 1 from unplaced_events)`,
        ),
      (rows) => rows.length === 1,
    );
  }

  /** A session that holds a row until it ends. */
  async function locked(statement: string, id: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: desk.databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query(statement, [id]);
    return client;
  }

  /** Waits until somebody waits for that row. */
  async function blocked(sessions = 1): Promise<void> {
    await eventually(
      () =>
        sql(
          desk,
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      (rows) => rows.length >= sessions,
    );
  }

  function offers(): Promise<Json[]> {
    return sql(desk, `select 1 from assignments where state = 'offered'`);
  }

  function offered(count: number, withinMs?: number): Promise<unknown> {
    return eventually(offers, (rows) => rows.length === count, withinMs);
  }

  async function expectOfferedOnce(ids: string[]): Promise<void> {
    const all = await sql(desk, 'select claim_id as id, state from assignments');
    expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const told = await eventually(
      async () => (await factChecker.get('/events?type=assignment.offered&limit=200')).body.items,
      (items) => items.length >= ids.length,
    );
    expect(told.map((event: Json) => event.claimId).toSorted()).toEqual(ids.toSorted());
    const ledger = await sql(desk, `select assignment_id from assignment_ledger where entry = 'offered'`);
    expect(ledger).toHaveLength(ids.length);
  }
});
