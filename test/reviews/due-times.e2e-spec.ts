import { type Client, claim, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { runJob } from './machine-jobs.js';
import { decide, inHours, move, queue, queueOfTwo, sql, take } from './reviewing.js';

describe('due times', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
  });

  const sweep = () => runJob(workspace.desk, 'round.sweep-due');

  /** What was told of due times, as type and claim, in order. */
  async function told(): Promise<Json[]> {
    const { items } = (await editor.get('/events?after=0&type=round.due-soon,round.overdue&limit=200')).body;
    return items.map(({ type, claimId }: Json) => [type, claimId]);
  }

  /** Lets hours pass since a review was opened. */
  async function letPass(hours: number, claimId: string): Promise<void> {
    await sql(
      workspace.desk,
      `update rounds
          set opened_at = opened_at - $2 * interval '1 hour', due_at = due_at - $2 * interval '1 hour',
              notice_at = notice_at - $2 * interval '1 hour'
        where claim_id = $1`,
      [claimId, hours],
    );
  }

  it('are told of once when they come near and once when they have passed', async () => {
    const { id: queueId } = await queue(editor, { dueHours: 24, dueNoticeHours: 4 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await sweep();
    expect(await told()).toEqual([]);

    await letPass(21, id);
    await sweep();
    await sweep();
    expect(await told()).toEqual([['round.due-soon', id]]);

    await letPass(3, id);
    await sweep();
    await sweep();
    expect(await told()).toEqual([
      ['round.due-soon', id],
      ['round.overdue', id],
    ]);
    const { items } = (await editor.get(`/events?after=0&type=round.overdue`)).body;
    const [{ dueAt }] = (await editor.get(`/claims/${id}/reviews`)).body.items;
    expect(items[0]).toMatchObject({
      actor: { type: 'system' },
      subject: { type: 'round' },
      data: { queueId, number: 1, dueAt },
    });
  });

  it('are not told of as near when nobody looked before they had passed, nor when no notice is wanted', async () => {
    const { id: queueId } = await queue(editor, { dueHours: 24 });
    const late = await queuedClaim(factChecker, {}, { queueId });
    await letPass(25, late.id);
    const { id: sharp } = await queue(editor, { dueHours: 24, dueNoticeHours: 0 });
    await queuedClaim(factChecker, {}, { queueId: sharp });
    await sweep();
    expect(await told()).toEqual([['round.overdue', late.id]]);
  });

  it('are told of once though several sweep in the same moment', async () => {
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push((await queuedClaim(factChecker, { dueAt: inHours(-1) })).id);
    await Promise.all(Array.from({ length: 8 }, sweep));
    expect((await told()).toSorted()).toEqual(ids.map((id) => ['round.overdue', id]).toSorted());
  });

  it('are told of while a review waits for adjudication, and not once it is closed', async () => {
    const queueId = await queueOfTwo(editor);
    const disputed = await queuedClaim(factChecker, { dueAt: inHours(5) }, { queueId });
    const another = await workspace.client('reviewer', 'another');
    await decide(reviewer, (await take(reviewer, queueId)).assignment, { rating: 'true' });
    await decide(another, (await take(another, queueId)).assignment, { rating: 'false' });
    const settled = await queuedClaim(factChecker, { dueAt: inHours(5) });
    await decide(reviewer, (await take(reviewer)).assignment);
    const held = await queuedClaim(factChecker, { dueAt: inHours(5) });
    await move(factChecker, held.id, { to: 'on_hold' });
    for (const { id } of [disputed, settled, held]) await letPass(6, id);
    await sweep();
    expect(await told()).toEqual([['round.overdue', disputed.id]]);
  });

  it('are followed at once by the review that runs when the claim gets another one, and told of anew', async () => {
    const { id: queueId } = await queue(editor, { dueHours: 48 });
    const { id, rank, reviewDueAt } = await queuedClaim(factChecker, {}, { queueId });
    const change = async (dueAt: string | null) => {
      const { status, body } = await factChecker.patch(`/claims/${id}`, { dueAt }, '*');
      expect(status).toBe(200);
      return body;
    };
    const soon = inHours(3);
    expect(await change(soon)).toMatchObject({ dueAt: soon, reviewDueAt: soon, rank });
    const { assignment } = await take(reviewer, queueId);
    expect(assignment.dueAt).toBe(soon);
    await sweep();
    const past = inHours(-1);
    expect(await change(past)).toMatchObject({ reviewDueAt: past });
    await sweep();
    const near = inHours(2);
    expect(await change(near)).toMatchObject({ reviewDueAt: near });
    await sweep();
    expect(await change(null)).toMatchObject({ dueAt: null, reviewDueAt });
    await sweep();
    expect((await told()).map(([type]) => type)).toEqual([
      'round.due-soon',
      'round.overdue',
      'round.due-soon',
    ]);
    const [round] = (await editor.get(`/claims/${id}/reviews`)).body.items;
    expect(round).toMatchObject({ dueAt: reviewDueAt, slots: [{ assignments: [{ dueAt: reviewDueAt }] }] });
    expect((await decide(reviewer, assignment)).body.claim).toMatchObject({ reviewDueAt: null });
  });

  it('stay as they were opened with, whatever becomes of the queue, and count from the queueing again after a hold', async () => {
    const { id: queueId } = await queue(editor, { dueHours: 24 });
    const { id, reviewDueAt } = await queuedClaim(factChecker, {}, { queueId });
    await editor.patch(`/queues/${queueId}`, { dueHours: 1, dueNoticeHours: 720 }, '*');
    const amended = await factChecker.patch(`/claims/${id}`, { dueAt: inHours(30) }, '*');
    expect(amended.body.reviewDueAt).not.toBe(reviewDueAt);
    expect((await factChecker.patch(`/claims/${id}`, { dueAt: null }, '*')).body.reviewDueAt).toBe(
      reviewDueAt,
    );
    await sweep();
    expect(await told()).toEqual([]);
    expect((await move(factChecker, id, { to: 'on_hold' })).body.reviewDueAt).toBeNull();
    const resumed = (await move(factChecker, id, { to: 'queued' })).body;
    const [{ openedAt }] = (await editor.get(`/claims/${id}/reviews`)).body.items;
    expect(Date.parse(resumed.reviewDueAt) - Date.parse(openedAt)).toBe(3_600_000);
  });

  it('order and narrow the list of claims, be they the claim’s own or its queue’s', async () => {
    const { id: queueId } = await queue(editor, { dueHours: 10 });
    const ownLater = await queuedClaim(factChecker, { dueAt: inHours(20) }, { queueId });
    const byQueue = await queuedClaim(factChecker, {}, { queueId });
    const inTriage = await claim(factChecker, { dueAt: inHours(15) });
    const never = await claim(factChecker);
    const ids = async (query: string) =>
      (await factChecker.get(`/claims?${query}`)).body.items.map(({ id }: Json) => id);
    const all = [byQueue.id, inTriage.id, ownLater.id, never.id];
    expect(await ids('sort=dueAt')).toEqual(all);
    expect(await ids(`sort=dueAt&dueBefore=${inHours(16)}`)).toEqual(all.slice(0, 2));
    const pages = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await factChecker.get(`/claims?sort=dueAt&limit=1${cursor}`)).body;
      pages.push(items[0].id);
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(pages).toEqual(all);
  });
});
