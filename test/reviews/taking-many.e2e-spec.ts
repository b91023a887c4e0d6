import { eventually, type OwnDesk, startDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, Workspace } from '../setup/workspace.js';
import { decide, deskWithoutWorker, manyQueued, type OwnDatabaseDesk, runOut, sql } from './reviewing.js';

const TAKERS = 32;
/** Two thousand by themselves; fewer where each claim is also decided. */
const TAKEN = 2000;
const DECIDED = 300;

describe('32 reviewers at once', () => {
  let desk: OwnDatabaseDesk;
  let second: OwnDesk;
  let workspace: Workspace;
  let factChecker: Client;
  let takers: Client[];

  beforeAll(async () => {
    desk = await deskWithoutWorker();
    second = await startDesk(desk.databaseUrl, { ROLE: 'api' });
  });
  afterAll(async () => {
    await second.stop();
    await desk.close();
  });

  beforeEach(async () => {
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    takers = [];
    for (let i = 1; i <= TAKERS; i++) takers.push(await workspace.client('reviewer', `Reviewer ${i}`));
  });

  it(`are handed each of ${TAKEN} waiting claims exactly once, and none is left over`, async () => {
    const ids = await manyQueued(factChecker, TAKEN);

    const taken = (await Promise.all(takers.map((taker) => takeAll(taker)))).flat();

    expect(taken.map(({ claim }) => claim.id as string).toSorted()).toEqual(ids.toSorted());
    expect((await factChecker.get('/stats/claims')).body.byStatus).toMatchObject({
      queued: 0,
      in_review: TAKEN,
    });
  });

  it('are handed each exactly once by two server processes on one database', async () => {
    const ids = await manyQueued(factChecker, DECIDED);
    const spread = takers.map((taker, i) => (i % 2 === 0 ? taker : through(second, taker)));

    const taken = (await Promise.all(spread.map((taker) => takeAll(taker)))).flat();

    expect(taken.map(({ claim }) => claim.id as string).toSorted()).toEqual(ids.toSorted());
  });

  it('decide each claim exactly once, though a third of them dies without a word', async () => {
    const ids = await manyQueued(factChecker, DECIDED);
    const spread = takers.map((taker, i) => (i % 2 === 0 ? taker : through(second, taker)));
    const dying = spread.filter((_, i) => i % 3 === 0);
    const living = spread.filter((_, i) => i % 3 !== 0);

    const decided = new Set<string>();
    const work = Promise.all(living.map((taker) => workUntil(taker, decided, ids.length)));
    const lost = await Promise.all(dying.map(async (taker) => ({ taker, leases: await takeAll(taker, 4) })));
    const dead = lost.flatMap(({ leases }) => leases.map(({ assignment }) => assignment));
    for (const { id } of dead) await runOut(desk, id);
    await work;

    expect(dead.length).toBeGreaterThanOrEqual(dying.length);
    expect([...decided].toSorted()).toEqual(ids.toSorted());
    await expectDecidedOnce(ids);
    // Those who were thought dead speak up after all.
    for (const { taker, leases } of lost) {
      const late = await Promise.all(leases.map(({ assignment }) => decide(taker, assignment)));
      expect(late.map(({ body }) => body.code)).toEqual(leases.map(() => 'lease.lost'));
    }
    await expectDecidedOnce(ids);
  });

  async function expectDecidedOnce(ids: string[]): Promise<void> {
    const rows = await sql(desk, 'select claim_id as id from decisions where claim_id = any($1::uuid[])', [
      ids,
    ]);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const events = await sql<{ type: string; count: string }>(
      desk,
      `select type, count(*) from events
        where claim_id = any($1::uuid[]) and type in ('decision.submitted', 'round.settled') group by 1 order by 1`,
      [ids],
    );
    const count = String(ids.length);
    expect(events).toEqual([
      { type: 'decision.submitted', count },
      { type: 'round.settled', count },
    ]);
    const status = await eventually(
      async () => (await factChecker.get('/stats/claims')).body.byStatus,
      ({ decided }) => decided === ids.length,
    );
    expect(status).toMatchObject({ queued: 0, in_review: 0, decided: ids.length });
  }
});

/** The same member, asking another process. */
function through(desk: OwnDesk, client: Client): Client {
  return Object.assign(Object.create(client) as Client, { desk });
}

async function next(by: Client): Promise<Json> {
  const answer = await by.post('/reviews/next', {});
  if (answer.status === 204) return null;
  return expectOk(answer).body;
}

async function takeAll(by: Client, atMost = Infinity): Promise<Json[]> {
  const taken: Json[] = [];
  while (taken.length < atMost) {
    const work = await next(by);
    if (work === null) break;
    taken.push(work);
  }
  return taken;
}

/** Takes and decides until every claim is decided, by whomever. */
async function workUntil(by: Client, decided: Set<string>, all: number): Promise<void> {
  for (;;) {
    const work = await eventually(
      () => next(by),
      (given) => given !== null || decided.size === all,
      60_000,
    );
    if (work === null) return;
    expectOk(await decide(by, work.assignment));
    if (decided.has(work.claim.id)) throw new Error(`${work.claim.id} was decided twice`);
    decided.add(work.claim.id);
  }
}

function expectOk(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
