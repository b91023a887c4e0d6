import { v7 as uuid } from 'uuid';
import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { ACTS_UNDER_A_LEASE, decide, idOf, inHours, RUNS, runOut, sql, take, traces } from './reviewing.js';

const REASON = 'Needed before noon, and you are off duty.';

describe('a lease that an editor breaks', () => {
  const desk = quietDesk();
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let first: Client;
  let second: Client;

  beforeEach(async () => {
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    first = await workspace.client('reviewer', 'First reviewer');
    second = await workspace.client('reviewer', 'Second reviewer');
  });

  const breakIt = (id: string, by: Client = editor) =>
    by.post(`/assignments/${id}/break`, { reason: REASON });

  it('ends, and the claim waits for anybody again', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);

    const broken = await breakIt(assignment.id);

    expect(broken.status).toBe(200);
    expect(broken.body).toMatchObject({
      assignment: { id: assignment.id, state: 'broken', member: { name: 'First reviewer' } },
      claim: { id: claim.id, status: 'queued', leases: [] },
    });
    expect(await take(second)).toMatchObject({
      claim: { id: claim.id },
      assignment: { lease: { token: 2 } },
    });
  });

  it('tells its member why: by an event, and when they write next', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await breakIt(assignment.id);

    const told = (await first.get('/events?type=assignment.broken')).body.items;
    expect(told).toMatchObject([
      {
        claimId: claim.id,
        actor: { id: await idOf(editor) },
        subject: { id: assignment.id },
        data: { memberId: await idOf(first) },
        reason: REASON,
      },
    ]);
    const before = await traces(desk, claim.id);
    for (const [act, body] of ACTS_UNDER_A_LEASE) {
      const late = await first.post(`/assignments/${assignment.id}/${act}`, body(1));
      expect({ status: late.status, ...late.body }).toMatchObject({
        status: 409,
        code: 'lease.lost',
        state: 'broken',
        reason: REASON,
        holder: null,
        detail: expect.stringContaining(`It was taken back from you: “${REASON}”`),
      });
    }
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it('may be held, or be an offer only', async () => {
    await queuedClaim(factChecker);
    const held = (await take(first)).assignment;
    await first.post(`/assignments/${held.id}/hold`, { token: 1, until: inHours(50), reason: 'Waiting.' });
    expect((await breakIt(held.id)).body).toMatchObject({ assignment: { state: 'broken' } });

    const given = (await take(second)).assignment;
    const third = await workspace.client('reviewer', 'Third reviewer');
    await second.post(`/assignments/${given.id}/hand-over`, { token: 2, to: await idOf(third) });
    const [offer] = (await third.get('/assignments?mine=true')).body.items;
    expect((await breakIt(offer.id)).body).toMatchObject({
      assignment: { state: 'broken', lease: null },
      claim: { status: 'queued', leases: [] },
    });
    const late = await third.post(`/assignments/${offer.id}/accept`);
    expect([late.status, late.body.code, late.body.reason]).toEqual([409, 'lease.lost', REASON]);
  });

  it.each([
    ['submitted', (lease: Json) => decide(first, lease)],
    ['released', (lease: Json) => first.post(`/assignments/${lease.id}/release`, { token: 1 })],
    [
      'declined',
      (lease: Json) => first.post(`/assignments/${lease.id}/decline`, { token: 1, reason: 'other' }),
    ],
    [
      'handed_over',
      async (lease: Json) =>
        first.post(`/assignments/${lease.id}/hand-over`, { token: 1, to: await idOf(second) }),
    ],
    ['broken', (lease: Json) => breakIt(lease.id)],
    ['expired', (lease: Json) => runOut(desk, lease.id)],
  ])('cannot be broken when it is %s', async (state, end) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await end(assignment);
    const before = await traces(desk, claim.id);

    const answer = await breakIt(assignment.id);

    expect([answer.status, answer.body.code, answer.body.state]).toEqual([409, 'assignment.closed', state]);
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it('is broken by editors alone, in their own workspace', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    const before = await traces(desk, claim.id);
    for (const by of [first, second, factChecker])
      expect((await breakIt(assignment.id, by)).status).toBe(403);
    const stranger = await Workspace.open(desk).client('editor');
    expect((await breakIt(assignment.id, stranger)).status).toBe(404);
    expect((await breakIt(uuid())).status).toBe(404);
    expect(await traces(desk, claim.id)).toEqual(before);
  });

  it('was decided or was broken when both come at once, and never both', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(first);

      const [decided, broken] = await Promise.all([decide(first, assignment), breakIt(assignment.id)]);

      const [row] = await sql(desk, 'select count(*)::int as count from decisions where claim_id = $1', [id]);
      const claim = (await factChecker.get(`/claims/${id}`)).body;
      if (decided.status === 200) {
        expect([broken.status, broken.body.code, broken.body.state]).toEqual([
          409,
          'assignment.closed',
          'submitted',
        ]);
        expect([row!.count, claim.status]).toEqual([1, 'decided']);
      } else {
        expect([decided.body.code, decided.body.state, broken.status]).toEqual(['lease.lost', 'broken', 200]);
        expect([row!.count, claim.status]).toEqual([0, 'queued']);
        expect((await decide(second, (await take(second)).assignment)).status).toBe(200);
      }
    }
  });

  it('was handed over or was broken when both come at once, and never both', async () => {
    const to = await idOf(second);
    for (let run = 0; run < RUNS; run++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(first);

      const [given, broken] = await Promise.all([
        first.post(`/assignments/${assignment.id}/hand-over`, { token: 1, to }),
        breakIt(assignment.id),
      ]);

      const { leases, status } = (await factChecker.get(`/claims/${id}`)).body;
      if (given.status === 200) {
        expect([broken.status, broken.body.state]).toEqual([409, 'handed_over']);
        expect(leases).toMatchObject([{ state: 'offered', member: { id: to } }]);
        const accepted = await second.post(`/assignments/${leases[0].assignmentId}/accept`);
        expect((await decide(second, accepted.body.assignment)).status).toBe(200);
      } else {
        expect([given.body.code, given.body.state, broken.status]).toEqual(['lease.lost', 'broken', 200]);
        expect([status, leases]).toEqual(['queued', []]);
        expect((await decide(second, (await take(second)).assignment)).status).toBe(200);
      }
    }
  });
});
