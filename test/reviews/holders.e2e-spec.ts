import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, move, runOut, sql, take } from './reviewing.js';

describe('who holds a claim', () => {
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

  it('is the same in every answer while a lease runs', async () => {
    const claim = await queuedClaim(factChecker);
    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);

    const taken = await take(first);

    const shown = {
      assignmentId: taken.assignment.id,
      slot: 1,
      state: 'leased',
      member: { id: await idOf(first), name: 'First reviewer' },
      expiresAt: taken.assignment.lease.expiresAt,
    };
    expect(taken.claim.leases).toEqual([shown]);
    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([shown]);
    expect((await factChecker.get('/claims')).body.items[0].leases).toEqual([shown]);
    expect(await listed(`/claims?assignee=${shown.member.id}`)).toEqual([claim.id]);
    expect(await listed('/assignments?state=leased')).toEqual([taken.assignment.id]);
    expect((await second.get(`/assignments/${taken.assignment.id}`)).body).toEqual(taken.assignment);
    expect((await first.get('/assignments?mine=true')).body.items).toEqual([taken.assignment]);
    expect((await second.get('/assignments?mine=true')).body.items).toEqual([]);
  });

  it('is nobody in every answer as soon as the lease has run out, long before anything tidied it', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await runOut(desk, assignment.id);

    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
    expect((await factChecker.get('/claims')).body.items[0].leases).toEqual([]);
    expect(await listed(`/claims?assignee=${await idOf(first)}`)).toEqual([]);
    expect(await listed('/assignments?state=leased')).toEqual([]);
    expect(await listed('/assignments?state=expired')).toEqual([assignment.id]);
    const read = (await first.get(`/assignments/${assignment.id}`)).body;
    expect(read).toMatchObject({ state: 'expired', endedAt: read.expiresAt });
    expect((await decide(first, assignment)).body).toMatchObject({ code: 'lease.lost', holder: null });
    expect(await rawState(assignment.id)).toBe('leased');

    // Nothing has tidied it so far, and the next one gets the claim all the same.
    expect((await take(second)).claim.id).toBe(claim.id);
  });

  it('reads the same before and after an expired turn is tidied', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await runOut(desk, assignment.id, '3 minutes');
    const before = (await first.get(`/assignments/${assignment.id}`)).body;

    await second.post('/reviews/next');

    expect(await rawState(assignment.id)).toBe('expired');
    expect((await first.get(`/assignments/${assignment.id}`)).body).toEqual(before);
    const [entry] = await sql<{ at: Date }>(
      desk,
      `select at from assignment_ledger where assignment_id = $1 and entry = 'expired'`,
      [assignment.id],
    );
    expect(entry!.at.toISOString()).toBe(before.endedAt);
    expect((await types(claim.id)).slice(-4)).toEqual([
      'assignment.expired',
      'claim.transitioned',
      'assignment.leased',
      'claim.transitioned',
    ]);
  });

  it('is the new holder from the moment a claim that ran out is taken again', async () => {
    const claim = await queuedClaim(factChecker);
    const old = (await take(first)).assignment;
    await runOut(desk, old.id);
    const { assignment } = await take(second);

    const holder = { id: await idOf(second), name: 'Second reviewer' };
    const [shown, ...others] = (await factChecker.get(`/claims/${claim.id}`)).body.leases;
    expect(shown).toMatchObject({ assignmentId: assignment.id, member: holder });
    expect(others).toEqual([]);
    expect(await listed('/assignments?state=leased')).toEqual([assignment.id]);
    const lost = (await decide(first, old)).body;
    expect(lost).toMatchObject({ code: 'lease.lost', holder, expiresAt: shown.expiresAt });
  });

  it('is shown with the later end once the lease is renewed, and the claim stays at its version', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment, claim: taken } = await take(first);
    await sql(desk, `update assignments set expires_at = expires_at - interval '5 minutes' where id = $1`, [
      assignment.id,
    ]);

    const renewed = await first.post(`/assignments/${assignment.id}/renew`, { token: 1 });

    expect(renewed.status).toBe(200);
    const { expiresAt } = renewed.body.assignment.lease;
    expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(Date.parse(assignment.lease.expiresAt));
    expect(renewed.body.claim).toEqual({ ...taken, leases: [{ ...taken.leases[0], expiresAt }] });
    expect((await factChecker.get(`/claims/${claim.id}`)).headers.get('etag')).toBe(`"${taken.version}"`);
    expect(await types(claim.id)).toContain('assignment.renewed');
    const { items } = (await factChecker.get('/events?limit=200')).body;
    expect(items.map((event: Json) => event.type)).not.toContain('assignment.renewed');
  });

  it.each([
    [{ to: 'on_hold', reason: 'The source asked for a day.' }],
    [{ to: 'closed', reason: 'not_checkable' }],
  ])('is nobody after an editor moves the claim: %j', async (to) => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);

    const moved = await move(editor, claim.id, to);

    expect(moved.body.leases).toEqual([]);
    expect((await factChecker.get(`/claims/${claim.id}`)).body.leases).toEqual([]);
    expect((await first.get(`/assignments/${assignment.id}`)).body.state).toBe('broken');
    expect((await decide(first, assignment)).body).toMatchObject({ code: 'lease.lost', holder: null });
    expect((await types(claim.id)).slice(-3)).toEqual([
      'assignment.broken',
      'round.cancelled',
      'claim.transitioned',
    ]);
  });

  it('leaves a turn expired that had run out before an editor closed the claim', async () => {
    const claim = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await runOut(desk, assignment.id);
    const before = (await first.get(`/assignments/${assignment.id}`)).body;

    await move(editor, claim.id, { to: 'closed', reason: 'not_checkable' });

    expect((await first.get(`/assignments/${assignment.id}`)).body).toEqual(before);
    expect((await types(claim.id)).slice(-3)).toEqual([
      'assignment.expired',
      'round.cancelled',
      'claim.transitioned',
    ]);
  });

  async function listed(path: string): Promise<string[]> {
    return (await editor.get(path)).body.items.map((item: Json) => item.id);
  }

  async function types(claimId: string): Promise<string[]> {
    return (await editor.get(`/claims/${claimId}/history?limit=200`)).body.items.map(
      (event: Json) => event.type,
    );
  }

  async function rawState(id: string): Promise<string> {
    return (await sql(desk, 'select state from assignments where id = $1', [id]))[0].state;
  }
});
