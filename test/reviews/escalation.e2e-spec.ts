import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { eventually } from '../setup/desk.js';
import { runJob } from './machine-jobs.js';
import { decide, idOf, inHours, move, queue, runOut, sql, take } from './reviewing.js';

describe('a review whose due time has passed', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;
  let senior: Client;
  let front: Json;
  let seniors: Json;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
    senior = await workspace.client('reviewer', 'senior');
    const admin = await workspace.client('admin');
    await admin.patch(`/members/${await idOf(senior)}`, { skills: ['senior'] }, 1);
    seniors = await queue(editor, { skills: ['senior'], reviews: 1, blind: false, leaseSeconds: 60 });
    front = await queue(editor, {
      reviews: 2,
      agreement: 'within_one',
      leaseSeconds: 600,
      escalateTo: seniors.id,
    });
  });

  const sweep = () => runJob(workspace.desk, 'round.sweep-due');
  const enter = () => queuedClaim(factChecker, {}, { queueId: front.id });
  /** From here on the server's own sweep may be quicker than the one that is asked for. */
  async function letPass(id: string): Promise<void> {
    expect((await factChecker.patch(`/claims/${id}`, { dueAt: inHours(-1) }, '*')).status).toBe(200);
    await sweep();
  }
  const roundOf = async (id: string) => (await editor.get(`/claims/${id}/reviews`)).body.items[0];
  const statsOf = async ({ id }: Json) =>
    (await editor.get('/stats/queues')).body.queues.find((one: Json) => one.queue.id === id);
  const countsOf = async ({ id }: Json) =>
    (await editor.get(`/stats/claims?queueId=${id}`)).body.byStatus.queued;

  it('goes to the queue that its own names, with its cause, and asks what it asked before', async () => {
    const { id, rank, version } = await enter();
    const before = await roundOf(id);
    expect(before).toMatchObject({ queueId: front.id, escalation: null });
    expect([await countsOf(front), await countsOf(seniors)]).toEqual([1, 0]);
    await letPass(id);
    await sweep();

    const claim = (await factChecker.get(`/claims/${id}`)).body;
    expect(claim).toMatchObject({ queueId: seniors.id, rank, status: 'queued', version: version + 2 });
    expect(await roundOf(id)).toEqual({
      ...before,
      dueAt: claim.dueAt,
      queueId: seniors.id,
      skills: ['senior'],
      escalation: { fromQueueId: front.id, at: expect.any(String) },
    });
    const { items } = (await editor.get('/events?after=0&type=round.escalated')).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      claimId: id,
      actor: { type: 'system' },
      reason: 'its due time has passed',
      data: { from: front.id, to: seniors.id, number: 1, dueAt: claim.dueAt },
    });
    expect([await countsOf(front), await countsOf(seniors)]).toEqual([0, 1]);
    expect(await statsOf(front)).toMatchObject({ waiting: 0, overdue: 0, oldestWaitingSince: null });
    expect(await statsOf(seniors)).toMatchObject({
      waiting: 2,
      overdue: 1,
      oldestWaitingSince: before.openedAt,
    });
    const found = (await factChecker.get(`/claims?queueId=${seniors.id}`)).body.items;
    expect(found.map((one: Json) => one.id)).toEqual([id]);

    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    const { assignment } = await take(senior);
    expect(assignment).toMatchObject({ queueId: seniors.id, claimId: id });
    expect(Date.parse(assignment.lease.expiresAt) - Date.now()).toBeGreaterThan(500_000);
  });

  it('leaves alone who has it in hand, and takes their part too once they give it back', async () => {
    const { id } = await enter();
    const { assignment } = await take(reviewer, front.id);
    const another = await workspace.client('reviewer', 'another');
    const given = (await take(another, front.id)).assignment;
    await letPass(id);
    expect((await reviewer.get(`/assignments/${assignment.id}`)).body).toEqual({
      ...assignment,
      dueAt: expect.any(String),
    });
    expect(await statsOf(front)).toMatchObject({ waiting: 0, leased: 2 });

    const renewed = await reviewer.post(`/assignments/${assignment.id}/renew`, { token: 1 });
    expect([renewed.status, renewed.body.assignment.queueId]).toEqual([200, front.id]);
    await another.post(`/assignments/${given.id}/release`, { token: 1 });
    expect((await editor.post('/reviews/next', { queueId: front.id })).status).toBe(204);
    const taken = (await take(senior, seniors.id)).assignment;
    expect(taken).toMatchObject({ claimId: id, slot: given.slot, lease: { token: 2 } });

    await runOut(workspace.desk, assignment.id);
    expect(await statsOf(front)).toMatchObject({ waiting: 0, leased: 0 });
    expect(await statsOf(seniors)).toMatchObject({ waiting: 1, leased: 1 });
    expect((await decide(senior, taken)).status).toBe(200);
  });

  it('is offered in a push queue, and stays blind with as many decisions as before', async () => {
    const desk = await queue(editor, { mode: 'push', skills: ['senior'] });
    const { id: from } = await queue(editor, { reviews: 2, escalateTo: desk.id });
    const { id } = await queuedClaim(factChecker, {}, { queueId: from });
    await decide(reviewer, (await take(reviewer, from)).assignment);
    await letPass(id);
    const [offered] = await eventually(
      async () => (await senior.get('/assignments?mine=true&state=offered')).body.items,
      (items) => items.length === 1,
    );
    expect(offered).toMatchObject({ claimId: id, queueId: desk.id });
    const round = await roundOf(id);
    expect(round).toMatchObject({ mode: 'push', blind: true, reviews: 2, agreement: 'unanimous' });
    const own = round.slots
      .flatMap(({ assignments }: Json) => assignments)
      .filter((one: Json) => one.decision);
    expect(own).toMatchObject([{ queueId: from, decision: { content: null } }]);
    const accepted = (await senior.post(`/assignments/${offered.id}/accept`)).body.assignment;
    expect((await decide(senior, accepted)).body.claim.status).toBe('decided');
  });

  it('is handed over to whom the queue that it is in now would give it', async () => {
    const other = await workspace.client('reviewer', 'other');
    const { id } = await enter();
    const { assignment } = await take(reviewer, front.id);
    await letPass(id);
    const handOver = async (to: Client) =>
      reviewer.post(`/assignments/${assignment.id}/hand-over`, {
        token: assignment.lease.token,
        to: await idOf(to),
      });

    const refused = await handOver(other);
    expect([refused.status, refused.body.errors?.[0].path]).toEqual([400, 'to']);
    expect((await handOver(senior)).status).toBe(200);
    const { items } = (await senior.get('/assignments?mine=true&state=offered')).body;
    expect(items).toMatchObject([{ claimId: id, queueId: seniors.id }]);
  });

  it('tells the editors when nobody of that queue may take it', async () => {
    const nobody = await queue(editor, { skills: ['Linear A'] });
    const { id: from } = await queue(editor, { escalateTo: nobody.id });
    const { id } = await queuedClaim(factChecker, {}, { queueId: from });
    const stalls = async () => (await editor.get('/events?after=0&type=round.stalled')).body.items;
    expect(await stalls()).toEqual([]);
    await letPass(id);
    expect(await stalls()).toMatchObject([{ claimId: id, data: { queueId: nobody.id } }]);
  });

  it('goes where its queue sent it when it was opened, and on from there when another due time passes', async () => {
    const chiefs = await queue(editor);
    const { id } = await enter();
    await editor.patch(`/queues/${front.id}`, { escalateTo: null }, '*');
    await editor.patch(`/queues/${seniors.id}`, { escalateTo: chiefs.id }, '*');
    await factChecker.patch(`/claims/${id}`, { dueAt: inHours(-2) }, '*');
    await sweep();
    await sweep();
    expect(await roundOf(id)).toMatchObject({ queueId: seniors.id });
    await factChecker.patch(`/claims/${id}`, { dueAt: inHours(-1) }, '*');
    await sweep();
    expect(await roundOf(id)).toMatchObject({
      queueId: chiefs.id,
      escalation: { fromQueueId: seniors.id },
    });
  });

  it('stays in its queue when that names no other', async () => {
    const { id: plain } = await queue(editor);
    const { id } = await queuedClaim(factChecker, { dueAt: inHours(-1) }, { queueId: plain });
    await sweep();
    expect(await roundOf(id)).toMatchObject({ queueId: plain, escalation: null });
  });

  it('is not taken from a decision given in the same moment, nor counted in two queues', async () => {
    const { id: single } = await queue(editor, { escalateTo: seniors.id });
    for (let i = 0; i < 8; i++) {
      const { id } = await queuedClaim(factChecker, {}, { queueId: single });
      const { assignment } = await take(reviewer, single);
      const [decided] = await Promise.all([decide(reviewer, assignment), letPass(id)]);
      expect([decided.status, decided.body.claim?.status]).toEqual([200, 'decided']);
      const slots = await sql(
        workspace.desk,
        `select s.queue_id = any($2::uuid[]) as known, s.state from slots s where claim_id = $1`,
        [id, [single, seniors.id]],
      );
      expect(slots).toEqual([{ known: true, state: 'done' }]);
    }
    expect(await statsOf(seniors)).toMatchObject({ waiting: 0, leased: 0 });
  });

  it('cannot be sent round in a circle, to the queue itself or to another workspace’s', async () => {
    const chiefs = await queue(editor, { escalateTo: front.id });
    const refused = async (id: string, escalateTo: unknown) => {
      const answer = await editor.patch(`/queues/${id}`, { escalateTo }, '*');
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'escalateTo']);
    };
    await refused(front.id, front.id);
    await refused(seniors.id, front.id);
    await refused(seniors.id, chiefs.id);
    const elsewhere = await Workspace.open().client('editor');
    await refused(seniors.id, (await queue(elsewhere)).id);
    const [a, b] = [await queue(editor), await queue(editor)];
    const both = await Promise.all([
      editor.patch(`/queues/${a.id}`, { escalateTo: b.id }, '*'),
      editor.patch(`/queues/${b.id}`, { escalateTo: a.id }, '*'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect((await move(factChecker, (await enter()).id, { to: 'triage' })).status).toBe(200);
  });
});
