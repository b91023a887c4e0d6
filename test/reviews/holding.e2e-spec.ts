import { quietDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, inHours, queue, runOut, sql, take } from './reviewing.js';

const REASON = 'The ministry has promised an answer.';

describe('a held claim', () => {
  const desk = quietDesk();
  let factChecker: Client;
  let editor: Client;
  let first: Client;
  let second: Client;

  beforeEach(async () => {
    const workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    first = await workspace.client('reviewer', 'First reviewer');
    second = await workspace.client('reviewer', 'Second reviewer');
  });

  function hold(assignment: Json, until: string, token = assignment.lease.token): Promise<Answer> {
    return first.post(`/assignments/${assignment.id}/hold`, { token, until, reason: REASON });
  }

  it('stays with its member until then, and everybody sees that', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    const until = inHours(48);

    const held = await hold(assignment, until);

    expect(held.status).toBe(200);
    expect(held.body).toMatchObject({
      assignment: { state: 'held', expiresAt: until, lease: { token: 1, expiresAt: until } },
      claim: { status: 'in_review', leases: [{ state: 'held', expiresAt: until }] },
    });
    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual(held.body.claim.leases);
    expect((await editor.get('/assignments?state=held')).body.items).toEqual([held.body.assignment]);
    expect((await second.post('/reviews/next')).status).toBe(204);
    const told = (await factChecker.get('/events?limit=200')).body.items.find(
      ({ type }: Json) => type === 'assignment.held',
    );
    expect(told).toMatchObject({
      subject: { id: assignment.id },
      data: { memberId: await idOf(first), expiresAt: until },
      reason: REASON,
    });
    const [entry] = await sql(
      desk,
      `select * from assignment_ledger where entry = 'held' and assignment_id = $1`,
      [assignment.id],
    );
    expect(entry).toMatchObject({ by_member: await idOf(first), note: REASON, expires_at: new Date(until) });
  });

  it.each([
    ['decided', (id: string) => decide(first, { id, lease: { token: 1 } }), 'submitted'],
    ['released', (id: string) => first.post(`/assignments/${id}/release`, { token: 1 }), 'released'],
    [
      'declined',
      (id: string) => first.post(`/assignments/${id}/decline`, { token: 1, reason: 'other' }),
      'declined',
    ],
    [
      'handed over',
      async (id: string) => first.post(`/assignments/${id}/hand-over`, { token: 1, to: await idOf(second) }),
      'handed_over',
    ],
  ])('can be %s', async (_, act, state) => {
    await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await hold(assignment, inHours(1));

    const answer = await act(assignment.id);

    expect([answer.status, answer.body.assignment?.state]).toEqual([200, state]);
  });

  it('is leased for a full lease from now again when it is renewed', async () => {
    const { id: queueId } = await queue(editor, { leaseSeconds: 600 });
    await queuedClaim(factChecker, {}, { queueId });
    const { assignment } = await take(first, queueId);
    await hold(assignment, inHours(100));

    const renewed = await first.post(`/assignments/${assignment.id}/renew`, { token: 1 });

    expect(renewed.body.assignment).toMatchObject({ state: 'leased', lease: { token: 1 } });
    const [clock] = await sql<{ now: Date }>(desk, 'select clock_timestamp() as now');
    const left = Date.parse(renewed.body.assignment.expiresAt) - clock!.now.getTime();
    expect(left).toBeLessThanOrEqual(600_000);
    expect(Date.parse(renewed.body.assignment.expiresAt)).toBeGreaterThanOrEqual(
      Date.parse(assignment.expiresAt),
    );
  });

  it('can be held anew, for longer or for less', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(first);
    for (const until of [inHours(5), inHours(50), inHours(1)]) {
      expect((await hold(assignment, until)).body.assignment).toMatchObject({
        state: 'held',
        expiresAt: until,
      });
    }
  });

  it.each([
    ['the past', () => inHours(-1), 'must be in the future'],
    ['more than 7 days ahead', () => inHours(7 * 24 + 0.1), 'must be at most 7 days ahead'],
  ])('cannot be held until %s', async (_, until, message) => {
    await queuedClaim(factChecker);
    const { assignment } = await take(first);

    const refused = await hold(assignment, until());

    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ path: 'until', message }]);
    expect((await first.get(`/assignments/${assignment.id}`)).body).toEqual(assignment);
  });

  it('is kept no longer than 30 days, hold after hold', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await sql(desk, `update assignments set opened_at = opened_at - interval '29 days' where id = $1`, [
      assignment.id,
    ]);

    const refused = await hold(assignment, inHours(25));

    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'until']);
    expect(refused.body.errors[0].message).toMatch(/^must be at most 30 days after you took the claim/);
    expect((await hold(assignment, inHours(23))).status).toBe(200);
  });

  it('counts as in hand where a queue allows one at a time', async () => {
    const { id: queueId } = await queue(editor, { maxLeases: 1 });
    for (let i = 0; i < 2; i++) await queuedClaim(factChecker, {}, { queueId });
    const { assignment } = await take(first, queueId);
    await hold(assignment, inHours(24));

    expect((await first.post('/reviews/next', { queueId })).status).toBe(204);
    await decide(first, assignment);
    expect((await first.post('/reviews/next', { queueId })).status).toBe(200);
  });

  it('is anybody’s again when its time has come', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await hold(assignment, inHours(1));
    await runOut(desk, assignment.id);

    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
    expect((await hold(assignment, inHours(1))).body).toMatchObject({
      code: 'lease.lost',
      state: 'expired',
      holder: null,
    });
    const next = await take(second);
    expect(next).toMatchObject({ claim: { id: claim.id }, assignment: { lease: { token: 2 } } });
  });
});
