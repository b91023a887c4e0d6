import { eventually } from '../setup/desk.js';
import { type Client, claim, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { ledgerOf, pastTurns, secondsToClaim, secondsToDecision, timesOf } from './ledger.js';
import {
  decide,
  deskWithoutWorker,
  idOf,
  inHours,
  manyQueued,
  move,
  type OwnDatabaseDesk,
  queue,
  runOut,
  sql,
  startWorker,
  take,
} from './reviewing.js';

const NO_TIMES = { count: 0, medianSeconds: null, p90Seconds: null };

describe('what waits in each queue, and how long it takes', () => {
  let desk: OwnDatabaseDesk;
  let admin: Client;
  let editor: Client;
  let ann: Client;
  let ben: Client;
  let front: Json;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    const workspace = Workspace.open(desk);
    admin = await workspace.client('admin', 'Ada');
    editor = await workspace.client('editor', 'Edda');
    ann = await workspace.client('reviewer', 'Ann');
    ben = await workspace.client('reviewer', 'Ben');
    front = await queue(editor, { name: 'Front' });
  });

  const enter = (fields: Record<string, unknown> = {}) => queuedClaim(editor, fields, { queueId: front.id });
  const stats = async (query = '') => {
    const { status, body } = await editor.get(`/stats/queues${query}`);
    expect([status, body]).toEqual([200, body]);
    return body;
  };
  const ofFront = async (query = '') =>
    (await stats(query)).queues.find(({ queue: { id } }: Json) => id === front.id);
  /** Something that makes every poll look again, and changes nothing that is counted. */
  const stir = () => claim(editor);

  it('is told of every queue, also of one in which nothing is', async () => {
    const { from, to, queues } = await stats();
    expect(to).toBeNull();
    expect(from).toMatch(/T00:00:00\.000Z$/);
    expect(queues.map(({ queue: { name } }: Json) => name)).toEqual(['Front desk', 'Front']);
    expect(queues[1]).toEqual({
      queue: { id: front.id, name: 'Front' },
      waiting: 0,
      offered: 0,
      leased: 0,
      held: 0,
      overdue: 0,
      oldestWaitingSince: null,
      timeToClaim: NO_TIMES,
      timeToDecision: NO_TIMES,
    });
  });

  it('counts what waits, what is in hand and what is done with', async () => {
    await manyQueued(editor, 4, { queueId: front.id });
    expect(await ofFront()).toMatchObject({ waiting: 4, leased: 0 });
    const { assignment } = await take(ann, front.id);
    await take(ben, front.id);
    expect(await ofFront()).toMatchObject({ waiting: 2, leased: 2, held: 0 });
    await decide(ann, assignment);
    expect(await ofFront()).toMatchObject({ waiting: 2, leased: 1 });
    const waiting = await editor.get(`/claims?queueId=${front.id}&status=queued`);
    await move(editor, waiting.body.items[0].id, { to: 'closed', reason: 'out_of_scope' });
    expect(await ofFront()).toMatchObject({ waiting: 1, leased: 1 });
  });

  it('counts a hold and an offer while they stand', async () => {
    await manyQueued(editor, 2, { queueId: front.id });
    const held = (await take(ann, front.id)).assignment.id;
    const offered = (await take(ben, front.id)).assignment.id;
    await sql(desk, `update assignments set state = 'held' where id = $1`, [held]);
    await sql(desk, `update assignments set state = 'offered', token = null where id = $1`, [offered]);
    await sql(
      desk,
      `update slots set state = 'offered' where id = (select slot_id from assignments where id = $1)`,
      [offered],
    );
    await stir();
    expect(await ofFront()).toMatchObject({ waiting: 0, offered: 1, leased: 0, held: 1 });
    await runOut(desk, held);
    await runOut(desk, offered);
    await stir();
    expect(await ofFront()).toMatchObject({ waiting: 2, offered: 0, leased: 0, held: 0 });
  });

  it('counts no hold any more once its holder goes on', async () => {
    await enter();
    const { id } = (await take(ann, front.id)).assignment;
    await ann.post(`/assignments/${id}/hold`, { token: 1, until: inHours(5), reason: 'They call back.' });
    expect(await ofFront()).toMatchObject({ leased: 0, held: 1 });
    await ann.post(`/assignments/${id}/renew`, { token: 1 });
    expect(await ofFront()).toMatchObject({ leased: 1, held: 0 });
    const { items } = (await editor.get('/events?after=0&limit=200&type=assignment.*')).body;
    expect(items.map(({ type }: Json) => type)).toEqual([
      'assignment.leased',
      'assignment.held',
      'assignment.resumed',
    ]);
  });

  it.each([
    ['was removed', (member: string) => admin.delete(`/members/${member}`)],
    ['may not review any more', (member: string) => admin.patch(`/members/${member}`, { role: 'viewer' }, 1)],
  ])('counts what a member had in hand who %s as waiting, before it is tidied and after', async (_, end) => {
    await enter();
    await take(ann, front.id);
    expect(await ofFront()).toMatchObject({ waiting: 0, leased: 1 });
    expect((await end(await idOf(ann))).status).toBeLessThan(300);
    const after = { waiting: 1, leased: 0, oldestWaitingSince: expect.any(String) };
    expect(await ofFront()).toMatchObject(after);
    const worker = await startWorker(desk);
    await eventually(
      () => ledgerOf(editor),
      (lines) => lines.some(({ entry }) => entry === 'broken'),
    );
    await worker.stop();
    expect(await ofFront()).toMatchObject(after);
  });

  it('says since when the oldest has waited, not the newest, nor what somebody works on', async () => {
    const [oldest, middle] = [await enter(), await enter(), await enter()];
    const opened = async (claimId: string, ago: string) => {
      const [row] = await sql<{ at: Date }>(
        desk,
        `update rounds set opened_at = opened_at - $2::interval where claim_id = $1 returning opened_at as at`,
        [claimId, ago],
      );
      return row!.at.toISOString();
    };
    const first = await opened(oldest.id, '3 days');
    const second = await opened(middle.id, '2 days');
    await stir();
    expect((await ofFront()).oldestWaitingSince).toBe(first);
    const { assignment, claim: taken } = await take(ann, front.id);
    expect(taken.id).toBe(oldest.id);
    expect((await ofFront()).oldestWaitingSince).toBe(second);
    await ann.post(`/assignments/${assignment.id}/release`, { token: 1 });
    expect((await ofFront()).oldestWaitingSince).toBe(first);
    const again = (await take(ben, front.id)).assignment.id;
    expect((await ofFront()).oldestWaitingSince).toBe(second);
    await runOut(desk, again);
    await stir();
    expect(await ofFront()).toMatchObject({ waiting: 3, leased: 0, oldestWaitingSince: first });
  });

  it('counts what is overdue until its review is closed', async () => {
    await enter({ dueAt: '2024-10-24T10:00:00Z' });
    await enter({ dueAt: '2124-10-24T10:00:00Z' });
    await enter();
    expect(await ofFront()).toMatchObject({ waiting: 3, overdue: 1 });
    const { assignment } = await take(ann, front.id);
    expect(await ofFront()).toMatchObject({ waiting: 2, overdue: 1 });
    await decide(ann, assignment);
    expect(await ofFront()).toMatchObject({ waiting: 2, overdue: 0 });
  });

  it('is the same answer while only time passes, and another one when a lease or a due time passes', async () => {
    await enter({ dueAt: new Date(Date.now() + 3000).toISOString() });
    await enter();
    const { assignment } = await take(ann, front.id);
    await sql(
      desk,
      `update assignments set expires_at = clock_timestamp() + interval '2 seconds' where id = $1`,
      [assignment.id],
    );
    await stir();
    const first = await editor.get('/stats/queues');
    const etag = first.headers.get('etag')!;
    expect((await editor.get('/stats/queues', { 'if-none-match': etag })).status).toBe(304);
    await stir();
    expect((await editor.get('/stats/queues', { 'if-none-match': etag })).status).toBe(304);
    const ranOut = await eventually(ofFront, ({ leased }) => leased === 0);
    expect(ranOut).toMatchObject({ waiting: 2 });
    await eventually(ofFront, ({ overdue }) => overdue === 1);
    expect((await editor.get('/stats/queues', { 'if-none-match': etag })).status).toBe(200);
  });

  it('does not count a lease less for having been renewed after it was read', async () => {
    await enter();
    const { assignment } = await take(ann, front.id);
    await sql(
      desk,
      `update assignments set expires_at = clock_timestamp() + interval '1 second' where id = $1`,
      [assignment.id],
    );
    await stir();
    const { lease } = (await ann.post(`/assignments/${assignment.id}/renew`, { token: 1 })).body.assignment;
    expect(Date.parse(lease.expiresAt)).toBeGreaterThan(Date.now() + 60_000);
    expect(await ofFront()).toMatchObject({ waiting: 0, leased: 1 });
  });

  it('measures times as they are computed from the ledger by hand', async () => {
    const past = await manyQueued(editor, 25, { queueId: front.id });
    await pastTurns(
      editor,
      past,
      past.map((_, i) => [(i * 37.123) % 901, (i * 911.57) % 1203]),
    );
    await play();
    const ledger = await ledgerOf(editor);
    expect(new Set(ledger.map(({ entry }) => entry))).toEqual(
      new Set(['leased', 'renewed', 'submitted', 'released', 'declined', 'expired', 'broken']),
    );
    expect(await ofFront()).toMatchObject({
      timeToClaim: timesOf(secondsToClaim(ledger)),
      timeToDecision: timesOf(secondsToDecision(ledger)),
    });
    expect(secondsToClaim(ledger)).toHaveLength(25 + 4);
    const cut = ledger.filter(({ entry }) => entry === 'submitted')[12]!.at.toISOString();
    const before = ledger.filter(({ entry, at }) => entry !== 'submitted' || at.toISOString() < cut);
    expect((await ofFront(`?from=2024-01-01T00:00:00Z&to=${cut}`)).timeToDecision).toEqual(
      timesOf(secondsToDecision(before)),
    );
    const after = ledger.filter(({ entry, at }) => entry !== 'submitted' || at.toISOString() >= cut);
    expect((await ofFront(`?from=${cut}`)).timeToDecision).toEqual(timesOf(secondsToDecision(after)));
  });

  it('measures a review that went to another queue where each of its turns was given', async () => {
    const second = await queue(editor, { name: 'Second' });
    const first = await queue(editor, { name: 'First', reviews: 2, escalateTo: second.id });
    const { id } = await queuedClaim(editor, {}, { queueId: first.id });
    const { assignment } = await take(ann, first.id);
    await editor.patch(`/claims/${id}`, { dueAt: new Date(Date.now() - 3_600_000).toISOString() }, '*');
    const worker = await startWorker(desk);
    await eventually(
      async () => (await editor.get(`/claims/${id}`)).body.queueId,
      (queueId) => queueId === second.id,
    );
    await worker.stop();
    const statsOf = async (one: Json) =>
      (await editor.get('/stats/queues')).body.queues.find(({ queue: { id: of } }: Json) => of === one.id);
    expect(await statsOf(first)).toMatchObject({ waiting: 0, leased: 1, overdue: 0 });
    expect(await statsOf(second)).toMatchObject({ waiting: 1, leased: 0, overdue: 1 });
    await decide(ben, (await take(ben, second.id)).assignment);
    await decide(ann, assignment);

    const ledger = await ledgerOf(editor);
    for (const one of [first, second]) {
      const lines = ledger.filter(({ queueId }) => queueId === one.id);
      expect(secondsToClaim(lines)).toHaveLength(1);
      expect(await statsOf(one)).toMatchObject({
        ...{ waiting: 0, leased: 0, overdue: 0 },
        timeToClaim: timesOf(secondsToClaim(lines)),
        timeToDecision: timesOf(secondsToDecision(lines)),
      });
    }
  });

  /** Four claims: taken, given back, declined, run out and called off before they are decided. */
  async function play(): Promise<void> {
    const claims = [await enter(), await enter(), await enter(), await enter()];
    const given = (await take(ann, front.id)).assignment;
    await ann.post(`/assignments/${given.id}/renew`, { token: 1 });
    await ann.post(`/assignments/${given.id}/release`, { token: 1 });
    const declined = (await take(ben, front.id)).assignment;
    await ben.post(`/assignments/${declined.id}/decline`, {
      token: declined.lease.token,
      reason: 'language',
    });
    const left = (await take(ann, front.id)).assignment;
    await runOut(desk, left.id);
    const worker = await startWorker(desk);
    await eventually(ofFront, ({ waiting }) => waiting === 4);
    await eventually(
      () => ledgerOf(editor),
      (lines) => lines.some(({ entry }) => entry === 'expired'),
    );
    await worker.stop();
    const broken = (await take(ben, front.id)).assignment;
    await move(editor, broken.claimId, { to: 'on_hold', reason: 'waiting for imagery' });
    for (const by of [ann, ben, editor]) {
      const answer = await by.post('/reviews/next', { queueId: front.id });
      if (answer.status === 200) expect((await decide(by, answer.body.assignment)).status).toBe(200);
    }
    expect(claims).toHaveLength(4);
  }
});
