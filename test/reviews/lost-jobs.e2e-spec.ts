import { type Desk, eventually, type OwnDesk } from '../setup/desk.js';
import {
  type Client,
  type Json,
  claim as enter,
  queuedClaim,
  source,
  Workspace,
} from '../setup/workspace.js';
import {
  deskWithoutWorker,
  move,
  type OwnDatabaseDesk,
  queue,
  runOut,
  sql,
  startWorker,
  take,
} from './reviewing.js';
import { LOSSES } from './machine-jobs.js';

const [[, lose]] = LOSSES as [[string, (desk: Desk) => Promise<unknown>]];

describe('the machine', () => {
  let desk: OwnDatabaseDesk;
  let worker: OwnDesk;
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;

  beforeEach(async () => {
    desk = await deskWithoutWorker();
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
    worker = await startWorker(desk);
  });
  afterEach(async () => {
    await worker.stop();
    await desk.close();
  });

  it.each(LOSSES)('does what is due after %s', async (_, lose) => {
    await settled();
    await worker.stop();
    const work = await leaveWork();
    // As if every job had been handed over already, and was then lost.
    await sql(desk, 'update feed_readers set position = (select max(position) from feed)');
    await lose(desk);

    worker = await startWorker(desk);

    await eventually(
      () => Promise.all([work.pushed, work.ranOut, work.stale, work.held].map(read)),
      ([pushed, ranOut, stale, held]) =>
        pushed.leases.length === 1 &&
        ranOut.status === 'queued' &&
        stale.corroboration.stale === false &&
        held.status === 'queued',
    );
    const [pushed, ranOut, stale, held] = await Promise.all(
      [work.pushed, work.ranOut, work.stale, work.held].map(read),
    );
    expect(pushed.leases[0].state).toBe('offered');
    expect(ranOut.leases).toEqual([]);
    expect(await types(ranOut.id)).toContain('assignment.expired');
    expect(stale.corroboration).toMatchObject({ status: 'single_source', support: 1 });
    expect(held).toMatchObject({ heldFrom: null, holdUntil: null, queueId: work.heldQueue });
    // And jobs go on: what is queued now is offered as well.
    const next = await queuedClaim(factChecker, {}, { queueId: work.pushQueue });
    await eventually(
      () => read(next.id),
      ({ leases }) => leases.length === 1,
    );
  });

  it('moves held claims back to where they came from when their time comes, and no others', async () => {
    await worker.stop();
    const until = { to: 'on_hold', holdUntil: '2999-12-31T00:00:00Z', reason: 'Until they call back.' };
    const inTriage = await enter(factChecker);
    const inQueue = await queuedClaim(factChecker);
    const inReview = await queuedClaim(factChecker, { priority: 9 });
    const { assignment } = await take(reviewer);
    expect(assignment.claimId).toBe(inReview.id);
    const notYet = await enter(factChecker);
    const forGood = await enter(factChecker);
    const due = [inTriage.id, inQueue.id, inReview.id];
    for (const id of [...due, notYet.id])
      expect((await move(editor, id, until)).body.holdUntil).not.toBeNull();
    await move(editor, forGood.id, { to: 'on_hold' });
    await sql(
      desk,
      `update claims set hold_until = clock_timestamp() - interval '1 second' where id = any($1)`,
      [due],
    );
    await lose(desk);

    worker = await startWorker(desk);

    await eventually(
      () => Promise.all(due.map(read)),
      (claims) => claims.every(({ status }) => status !== 'on_hold'),
    );
    expect(await read(inTriage.id)).toMatchObject({ status: 'triage', heldFrom: null, holdUntil: null });
    expect(await read(inQueue.id)).toMatchObject({ status: 'queued' });
    expect(await read(inReview.id)).toMatchObject({ status: 'queued', leases: [] });
    for (const { id } of [notYet, forGood]) expect(await read(id)).toMatchObject({ status: 'on_hold' });
    const last = (await history(inReview.id)).at(-2);
    expect(last).toMatchObject({
      type: 'claim.transitioned',
      actor: { type: 'system', id: null },
      reason: 'the hold has ended',
      data: { from: 'on_hold', to: 'queued' },
    });
    expect((await take(reviewer)).assignment).toMatchObject({ claimId: inReview.id, round: 2 });
  });

  /** One of each thing that a job or a sweep does. */
  async function leaveWork(): Promise<
    Record<'pushed' | 'ranOut' | 'stale' | 'held' | 'heldQueue' | 'pushQueue', string>
  > {
    const { id: pushQueue } = await queue(editor, { mode: 'push' });
    const { id: heldQueue } = await queue(editor);
    const [a, b] = [
      await source(factChecker, { party: 'North' }),
      await source(factChecker, { party: 'South' }),
    ];
    const stale = await enter(factChecker);
    for (const { id: sourceId } of [a, b]) {
      await factChecker.post(`/claims/${stale.id}/statements`, { sourceId, stance: 'asserts' });
    }
    const ranOut = await queuedClaim(factChecker);
    await runOut(desk, (await take(reviewer)).assignment.id, '6 minutes');
    const held = await queuedClaim(factChecker, {}, { queueId: heldQueue });
    await move(factChecker, held.id, { to: 'on_hold', holdUntil: '2999-12-31T00:00:00Z' });
    await sql(desk, `update claims set hold_until = clock_timestamp() where id = $1`, [held.id]);
    const pushed = await queuedClaim(factChecker, {}, { queueId: pushQueue });
    const moved = await factChecker.request('PATCH', `/sources/${b.id}`, {
      body: { party: 'North' },
      ifMatch: '*',
    });
    expect(moved.status).toBe(200);
    expect(await read(stale.id)).toMatchObject({ corroboration: { status: 'corroborated', stale: true } });
    expect(await read(ranOut.id)).toMatchObject({ status: 'in_review', leases: [] });
    await settled();
    return { pushed: pushed.id, ranOut: ranOut.id, stale: stale.id, held: held.id, heldQueue, pushQueue };
  }

  /** Waits until everything that happened has its place in the feed. */
  async function settled(): Promise<void> {
    await eventually(
      () => sql(desk, 'select 1 from unplaced_events'),
      (rows) => rows.length === 0,
    );
  }

  async function read(id: string): Promise<Json> {
    return (await factChecker.get(`/claims/${id}`)).body;
  }

  async function history(id: string): Promise<Json[]> {
    return (await editor.get(`/claims/${id}/history?limit=200`)).body.items;
  }

  async function types(id: string): Promise<string[]> {
    return (await history(id)).map(({ type }) => type);
  }
});
