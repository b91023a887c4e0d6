import { quietDesk } from '../setup/desk.js';
import { type Answer, type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import {
  ACTS_UNDER_A_LEASE,
  decide,
  idOf,
  letSixMinutesPass,
  move,
  runOut,
  take,
  traces,
} from './reviewing.js';

describe('the fencing token of a lease', () => {
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

  it.each(ACTS_UNDER_A_LEASE)(
    'refuses a late %s, names who holds the claim now, and changes nothing',
    async (act, body) => {
      const claim = await queuedClaim(factChecker);
      const old = (await take(first)).assignment;
      await runOut(desk, old.id);
      const present = (await take(second)).assignment;
      const before = await traces(desk, claim.id);

      const late = await first.post(`/assignments/${old.id}/${act}`, body(old.lease.token));

      expectLost(late, { id: await idOf(second), name: 'Second reviewer' }, present.lease.expiresAt);
      expect(await traces(desk, claim.id)).toEqual(before);
      expect((await decide(second, present)).status).toBe(200);
    },
  );

  it.each(ACTS_UNDER_A_LEASE)('refuses a late %s also when nobody holds the claim', async (act, body) => {
    const claim = await queuedClaim(factChecker);
    const old = (await take(first)).assignment;
    await runOut(desk, old.id);
    const before = await traces(desk, claim.id);

    const late = await first.post(`/assignments/${old.id}/${act}`, body(old.lease.token));

    expectLost(late, null, null);
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it.each(ACTS_UNDER_A_LEASE)('refuses a late %s after somebody else has decided', async (act, body) => {
    const claim = await queuedClaim(factChecker);
    const old = (await take(first)).assignment;
    await runOut(desk, old.id);
    await decide(second, (await take(second)).assignment);
    const before = await traces(desk, claim.id);

    expectLost(await first.post(`/assignments/${old.id}/${act}`, body(old.lease.token)), null, null);
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it.each(ACTS_UNDER_A_LEASE)('refuses a %s with another token than the lease has', async (act, body) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    const before = await traces(desk, claim.id);

    const wrong = await first.post(`/assignments/${assignment.id}/${act}`, body(assignment.lease.token + 1));

    expectLost(wrong, { id: await idOf(first), name: 'First reviewer' }, assignment.lease.expiresAt);
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it.each(ACTS_UNDER_A_LEASE)('refuses a %s under the lease of another member', async (act, body) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    const before = await traces(desk, claim.id);

    for (const other of [second, editor]) {
      const answer = await other.post(`/assignments/${assignment.id}/${act}`, body(assignment.lease.token));
      expect([answer.status, answer.body.code]).toEqual([403, 'assignment.not_yours']);
    }
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it.each([
    ['submitted', (lease: Json) => decide(first, lease)],
    ['released', (lease: Json) => first.post(`/assignments/${lease.id}/release`, { token: 1 })],
    [
      'declined',
      (lease: Json) => first.post(`/assignments/${lease.id}/decline`, { token: 1, reason: 'other' }),
    ],
  ])('says of an assignment its member ended that it is %s', async (state, end) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    expect((await end(assignment)).body.assignment.state).toBe(state);
    const before = await traces(desk, claim.id);

    for (const [act, body] of ACTS_UNDER_A_LEASE) {
      const again = await first.post(`/assignments/${assignment.id}/${act}`, body(1));
      expect([act, again.status, again.body.code, again.body.state]).toEqual([
        act,
        409,
        'assignment.closed',
        state,
      ]);
    }
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it('says that a lease is lost when an editor took the claim out of review', async () => {
    for (const to of [{ to: 'on_hold' }, { to: 'closed', reason: 'out_of_scope' }]) {
      const claim = await queuedClaim(factChecker);
      const { assignment } = await take(first);
      expect((await move(editor, claim.id, to)).status).toBe(200);
      const before = await traces(desk, claim.id);
      for (const [act, body] of ACTS_UNDER_A_LEASE) {
        expectLost(await first.post(`/assignments/${assignment.id}/${act}`, body(1)), null, null);
      }
      expect(await traces(desk, claim.id)).toEqual(before);
    }
  });

  it('counts up with each lease of a slot, whoever gets it and however the one before ended', async () => {
    const claim = await queuedClaim(factChecker);
    const tokens: number[] = [];
    const end: ((by: Client, lease: Json) => Promise<unknown>)[] = [
      (by, lease) => by.post(`/assignments/${lease.id}/release`, { token: lease.lease.token }),
      (_, lease) => runOut(desk, lease.id, '6 minutes'),
      (by, lease) => by.post(`/assignments/${lease.id}/release`, { token: lease.lease.token }),
      (_, lease) => runOut(desk, lease.id, '6 minutes'),
      (by, lease) =>
        by.post(`/assignments/${lease.id}/decline`, { token: lease.lease.token, reason: 'other' }),
    ];
    for (const [i, finish] of end.entries()) {
      const by = i % 2 === 0 ? first : second;
      const { assignment } = await take(by);
      expect(assignment.claimId).toBe(claim.id);
      tokens.push(assignment.lease.token);
      await finish(by, assignment);
      await letSixMinutesPass(desk, assignment.id);
    }
    expect(tokens).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells two tabs of one member apart by the lease that each was given', async () => {
    await queuedClaim(factChecker);
    const old = (await take(first)).assignment;
    await runOut(desk, old.id, '6 minutes');
    const present = (await take(first)).assignment;
    expect(present.lease.token).toBe(2);

    const holder = { id: await idOf(first), name: 'First reviewer' };
    expectLost(await decide(first, old), holder, present.lease.expiresAt);
    expectLost(await decide(first, { ...present, lease: old.lease }), holder, present.lease.expiresAt);
    expect((await decide(first, present)).status).toBe(200);
  });
});

function expectLost(answer: Answer, holder: object | null, expiresAt: string | null): void {
  expect({ status: answer.status, ...answer.body }).toMatchObject({
    status: 409,
    code: 'lease.lost',
    holder,
    expiresAt,
  });
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
}
