import { eventually, type OwnDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import {
  deskWithoutWorker,
  idOf,
  inHours,
  type OwnDatabaseDesk,
  runOut,
  sql,
  startWorker,
  take,
} from './reviewing.js';

const WHY = 'The member may not review any more.';

describe('what a member has in hand who may not review any more', () => {
  let desk: OwnDatabaseDesk;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let leaver: Client;
  let other: Client;
  let id: string;

  beforeAll(async () => {
    desk = await deskWithoutWorker();
  });
  afterAll(() => desk.close());

  beforeEach(async () => {
    const workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    leaver = await workspace.client('reviewer', 'Leaver');
    other = await workspace.client('reviewer', 'Other');
    id = await idOf(leaver);
  });

  const WAYS: [string, () => Promise<unknown>][] = [
    ['was removed', () => admin.delete(`/members/${id}`)],
    ['is a viewer now', () => admin.patch(`/members/${id}`, { role: 'viewer' }, '*')],
  ];

  it.each(WAYS)(
    'is nobody’s at once for every reader, long before anything tidied it: %s',
    async (_, leave) => {
      const claims = [await queuedClaim(factChecker), await queuedClaim(factChecker)];
      const [one, two] = [(await take(leaver)).assignment, (await take(leaver)).assignment];
      await leaver.post(`/assignments/${two.id}/hold`, { token: 1, until: inHours(90), reason: 'Waiting.' });

      await leave();

      for (const claim of claims) {
        expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
        const [round] = (await factChecker.get(`/claims/${claim.id}/reviews`)).body.items;
        expect(round.slots).toMatchObject([{ state: 'waiting', assignments: [{ state: 'broken' }] }]);
      }
      expect((await factChecker.get(`/claims?assignee=${id}`)).body.items).toEqual([]);
      for (const state of ['leased', 'held'])
        expect((await editor.get(`/assignments?state=${state}`)).body.items).toEqual([]);
      const listed = (await editor.get('/assignments?state=broken')).body.items;
      expect(listed.map((turn: Json) => turn.id).toSorted()).toEqual([one.id, two.id].toSorted());
      expect(await rawState(one.id)).toBe('leased');
      expect((await editor.post(`/assignments/${one.id}/break`, { reason: 'Gone.' })).body).toMatchObject({
        code: 'assignment.closed',
        state: 'broken',
      });

      // Nothing has tidied it so far, and the next one gets the claims all the same.
      expect((await take(other)).claim.id).toBe(claims[0].id);
      expect((await take(other)).claim.id).toBe(claims[1].id);
    },
  );

  it.each(WAYS)('reads the same before and after it is tidied: %s', async (_, leave) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(leaver);
    await leave();
    const read = async () => [
      (await editor.get(`/assignments/${assignment.id}`)).body,
      (await editor.get(`/claims/${claim.id}/reviews`)).body.items[0].slots[0].assignments[0],
    ];
    const before = await read();
    expect(before[0]).toMatchObject({ state: 'broken', endedAt: expect.any(String) });

    await take(other);

    expect(await rawState(assignment.id)).toBe('broken');
    expect(await read()).toEqual(before);
    const events = (await editor.get(`/claims/${claim.id}/history?limit=200`)).body.items;
    expect(events.find(({ type }: Json) => type === 'assignment.broken')).toMatchObject({
      actor: { type: 'system' },
      data: { memberId: id },
      reason: WHY,
    });
  });

  it('had run out before, if it had', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(leaver);
    await runOut(desk, assignment.id);
    await admin.delete(`/members/${id}`);
    expect((await editor.get(`/assignments/${assignment.id}`)).body.state).toBe('expired');
    await take(other);
    expect((await editor.get(`/assignments/${assignment.id}`)).body.state).toBe('expired');
  });

  it('stays theirs when they are promoted', async () => {
    await queuedClaim(factChecker);
    const { assignment } = await take(leaver);
    await admin.patch(`/members/${id}`, { role: 'editor' }, '*');
    expect((await leaver.get(`/assignments/${assignment.id}`)).body).toEqual(assignment);
  });

  it.each(WAYS)('is offered to nobody else by their word: %s', async (_, leave) => {
    await queuedClaim(factChecker);
    const { assignment } = await take(other);
    await other.post(`/assignments/${assignment.id}/hand-over`, { token: 1, to: id });
    const [offer] = (await leaver.get('/assignments?mine=true')).body.items;
    await leave();
    expect((await editor.get(`/assignments/${offer.id}`)).body.state).toBe('broken');
    expect([401, 403]).toContain((await leaver.post(`/assignments/${offer.id}/accept`)).status);
  });

  describe('with a worker running', () => {
    let worker: OwnDesk;

    beforeAll(async () => {
      worker = await startWorker(desk);
    });
    afterAll(() => worker.stop());

    it.each(WAYS)('is taken back, and the claim queued: %s', async (_, leave) => {
      const claim = await queuedClaim(factChecker);
      const { assignment } = await take(leaver);
      await leave();
      const { status } = await eventually(
        async () => (await factChecker.get(`/claims/${claim.id}`)).body,
        (read) => read.status === 'queued',
      );
      expect(status).toBe('queued');
      expect(await rawState(assignment.id)).toBe('broken');
    });

    it('leaves a round stalled of which the editors are told, when nobody else may take it', async () => {
      await Promise.all(
        [editor, other].map(async (by) => admin.patch(`/members/${await idOf(by)}`, { role: 'viewer' }, '*')),
      );
      const claim = await queuedClaim(factChecker);
      await take(leaver);
      await admin.patch('/members/' + (await idOf(factChecker)), { languages: ['en'] }, '*');
      const entered = await queuedClaim(admin);
      await take(leaver);
      await admin.delete(`/members/${id}`);
      const told = await eventually(
        async () => (await admin.get('/events?type=round.stalled')).body.items,
        (items) => items.length > 0,
      );
      // The admin may still review what the fact-checker entered, and not what they entered themselves.
      expect(told.map(({ claimId }: Json) => claimId)).toEqual([entered.id]);
      expect((await admin.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
    });
  });

  async function rawState(assignmentId: string): Promise<string> {
    return (await sql(desk, 'select state from assignments where id = $1', [assignmentId]))[0].state;
  }
});
