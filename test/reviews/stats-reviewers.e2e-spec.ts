import { eventually } from '../setup/desk.js';
import { type Client, claim, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { ledgerOf, pastTurns, secondsToDecision, timesOf } from './ledger.js';
import {
  decide,
  deskWithoutWorker,
  idOf,
  manyQueued,
  move,
  type OwnDatabaseDesk,
  queue,
  runOut,
  startWorker,
  take,
} from './reviewing.js';

const IDLE = {
  offered: 0,
  leased: 0,
  held: 0,
  decided: 0,
  declined: 0,
  released: 0,
  handedOver: 0,
  expired: 0,
  broken: 0,
  timeToDecision: { count: 0, medianSeconds: null, p90Seconds: null },
};

describe('what each reviewer has in hand and has done', () => {
  let desk: OwnDatabaseDesk;
  let workspace: Workspace;
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
    workspace = Workspace.open(desk);
    admin = await workspace.client('admin', 'Ada');
    editor = await workspace.client('editor', 'Edda');
    ann = await workspace.client('reviewer', 'Ann');
    ben = await workspace.client('reviewer', 'Ben');
    front = await queue(editor, { name: 'Front' });
  });

  const stats = async (query = '') => {
    const { status, body } = await editor.get(`/stats/reviewers${query}`);
    expect([status, body]).toEqual([200, body]);
    return body.reviewers as Json[];
  };
  const of = async (client: Client, query = '') => {
    const id = await idOf(client);
    return (await stats(query)).find(({ member }) => member.id === id);
  };
  const enter = () => queuedClaim(editor, {}, { queueId: front.id });
  const taken = async (by: Client) => (await take(by, front.id)).assignment;

  it('is for editors', async () => {
    expect((await ann.get('/stats/reviewers')).status).toBe(403);
    expect((await editor.get('/stats/reviewers')).status).toBe(200);
  });

  it('is told of those who may review now, by the names they have now', async () => {
    await workspace.client('fact_checker', 'Cay');
    const idle = (name: string) => ({ member: { id: expect.any(String), name }, ...IDLE });
    expect(await stats()).toEqual(['Ada', 'Ann', 'Ben', 'Edda'].map(idle));
    await admin.patch(`/members/${await idOf(ann)}`, { name: 'Zoe' }, 1);
    await admin.delete(`/members/${await idOf(ben)}`);
    expect(await stats()).toEqual(['Ada', 'Edda', 'Zoe'].map(idle));
  });

  it('counts how each turn ended, and what is in hand', async () => {
    for (let i = 0; i < 7; i++) await enter();
    await decide(ann, await taken(ann));
    const declined = await taken(ann);
    await ann.post(`/assignments/${declined.id}/decline`, { token: 1, reason: 'language' });
    const released = await taken(ann);
    await ann.post(`/assignments/${released.id}/release`, { token: declined.lease.token });
    const broken = await taken(ann);
    await move(editor, broken.claimId, { to: 'on_hold', reason: 'waiting for imagery' });
    const passed = await taken(ann);
    await ann.post(`/assignments/${passed.id}/hand-over`, { token: passed.lease.token, to: await idOf(ben) });
    await taken(ann);
    expect(await of(ann)).toMatchObject({
      leased: 1,
      decided: 1,
      declined: 1,
      released: 1,
      handedOver: 1,
      expired: 0,
      broken: 1,
      timeToDecision: timesOf(secondsToDecision(await ledgerOf(editor))),
    });
    expect(await of(ben)).toMatchObject({ ...IDLE, offered: 1 });
  });

  it('counts what ran out once, before it is tidied and after', async () => {
    await enter();
    const { id } = await taken(ann);
    await runOut(desk, id);
    await claim(editor);
    expect(await of(ann)).toMatchObject({ leased: 0, expired: 1 });
    const worker = await startWorker(desk);
    await eventually(
      () => ledgerOf(editor),
      (lines) => lines.some(({ entry }) => entry === 'expired'),
    );
    await worker.stop();
    expect(await of(ann)).toMatchObject({ leased: 0, expired: 1 });
  });

  it('counts what lies in the period alone', async () => {
    const claims = await manyQueued(editor, 3, { queueId: front.id });
    await pastTurns(ann, claims, [
      [60, 10],
      [60, 20],
      [60, 30],
    ]);
    expect(await of(ann)).toMatchObject({
      decided: 3,
      timeToDecision: { medianSeconds: 20, p90Seconds: 28 },
    });
    const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString();
    expect(await of(ann, `?from=${threeHoursAgo}`)).toMatchObject({
      decided: 1,
      timeToDecision: { medianSeconds: 10, p90Seconds: 10 },
    });
    expect(await of(ann, `?to=${threeHoursAgo}`)).toMatchObject({
      decided: 2,
      timeToDecision: { medianSeconds: 25, p90Seconds: 29 },
    });
  });

  it('is another answer when something was taken, and 304 until then', async () => {
    await enter();
    const etag = (await editor.get('/stats/reviewers')).headers.get('etag')!;
    await claim(editor);
    expect((await editor.get('/stats/reviewers', { 'if-none-match': etag })).status).toBe(304);
    await taken(ann);
    expect((await editor.get('/stats/reviewers', { 'if-none-match': etag })).status).toBe(200);
  });
});
