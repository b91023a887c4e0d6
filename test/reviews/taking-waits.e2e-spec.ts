import pg from 'pg';
import { eventually, type OwnDesk, startDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { deskWithoutWorker, type OwnDatabaseDesk, RUNS, runOut, sql, take } from './reviewing.js';

describe('a take beside a slow writer', () => {
  let desk: OwnDatabaseDesk;
  let factChecker: Client;
  let reviewer: Client;
  let other: Client;
  let writer: pg.Client;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
  });
  afterAll(() => desk.close());

  beforeEach(async () => {
    const workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    other = await workspace.client('reviewer', 'Other reviewer');
    writer = new pg.Client({ connectionString: desk.databaseUrl });
    await writer.connect();
  });
  afterEach(() => writer.end());

  it('waits for the only claim there is, and gets it', async () => {
    const { id } = await queuedClaim(factChecker);
    await begin(id);
    const taking = reviewer.post('/reviews/next');
    await waiting(1);

    await writer.query('commit');

    const answer = await taking;
    expect([answer.status, answer.body.claim.id]).toEqual([200, id]);
  });

  it('passes over it when another claim waits', async () => {
    const { id } = await queuedClaim(factChecker, { priority: 9 });
    const free = await queuedClaim(factChecker, { priority: 0 });
    await begin(id);
    expect((await take(reviewer)).claim.id).toBe(free.id);
    await writer.query('commit');
  });

  it('keeps no slot from the writer it waits for', async () => {
    const { id } = await queuedClaim(factChecker);
    await begin(id);
    const taking = reviewer.post('/reviews/next');
    await waiting(1);

    // What every writer of a claim does after it has locked the claim: it goes on to its slots.
    await writer.query(`update slots set state = 'cancelled' where claim_id = $1`, [id]);
    await writer.query('commit');

    expect((await taking).status).toBe(204);
  });

  it('keeps no claim that it passed over from the writer it waits for', async () => {
    const first = await queuedClaim(factChecker, { priority: 9 });
    const passed = await queuedClaim(factChecker, { priority: 0 });
    const slots = new pg.Client({ connectionString: desk.databaseUrl });
    await slots.connect();
    try {
      await slots.query('begin');
      await slots.query('select 1 from slots where claim_id = $1 for update', [passed.id]);
      await begin(first.id);
      const taking = reviewer.post('/reviews/next');
      await waiting(1);

      await writer.query('select 1 from claims where id = $1 for update', [passed.id]);
      await writer.query('commit');

      expect((await taking).body.claim.id).toBe(first.id);
    } finally {
      await slots.end();
    }
  });

  it('is one of many that wait for one claim: one gets it, the others are told there is nothing', async () => {
    const { id } = await queuedClaim(factChecker);
    await begin(id);
    const taking = [reviewer, other, reviewer, other, reviewer].map((by) => by.post('/reviews/next'));
    await waiting(taking.length);

    await writer.query('commit');

    const answers = await Promise.all(taking);
    expect(statuses(answers)).toEqual([200, 204, 204, 204, 204]);
  });

  /** Locks the claim as whoever changes it does; what it then needs it must get at once. */
  async function begin(claimId: string): Promise<void> {
    await writer.query('begin');
    await writer.query(`set local lock_timeout = '400ms'`);
    await writer.query('select 1 from claims where id = $1 for update', [claimId]);
  }

  async function waiting(count: number): Promise<void> {
    await eventually(
      () =>
        sql(
          desk,
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      (rows) => rows.length === count,
    );
  }
});

describe('a take beside the tidying of what has run out', () => {
  let desk: OwnDatabaseDesk;
  let second: OwnDesk;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
    second = await startDesk(desk.databaseUrl, { ROLE: 'api' });
  });
  afterAll(async () => {
    await second.stop();
    await desk.close();
  });

  it('never says that nothing waits while another process has just made a claim free again', async () => {
    const workspace = Workspace.open(desk);
    const factChecker = await workspace.client('fact_checker');
    const first = await workspace.client('reviewer', 'First reviewer');
    const other = await workspace.client('reviewer', 'Other reviewer');
    const elsewhere = Object.assign(Object.create(first) as Client, { desk: second });
    for (let run = 0; run < RUNS; run++) {
      const claim = await queuedClaim(factChecker);
      const { assignment } = await take(first);
      await runOut(desk, assignment.id);
      // The first reviewer lost it too lately to get it again, but asking tidies it; the other one must get it.
      const asked = elsewhere.post('/reviews/next');
      await new Promise((resolve) => setTimeout(resolve, run % 10));
      expect((await take(other)).claim.id).toBe(claim.id);
      expect((await asked).status).toBe(204);
    }
  });
});

function statuses(answers: Answer[]): Json {
  return answers.map(({ status }) => status).toSorted();
}
