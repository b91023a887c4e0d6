import { eventually } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, idOf, queue, runOut, take } from './reviewing.js';

describe('a push queue', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let queueId: string;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    queueId = (await queue(editor, { mode: 'push', skills: ['on shift'] })).id;
  });

  it('offers a claim by itself; accepting makes it a lease and puts the claim in review', async () => {
    const reviewer = await onShift('reviewer');
    const { id, version } = await push();

    const offer = await offerFor(reviewer);

    const member = { id: await idOf(reviewer), name: 'reviewer' };
    expect(offer).toMatchObject({
      claimId: id,
      queueId,
      round: 1,
      slot: 1,
      state: 'offered',
      member,
      lease: null,
    });
    const offered = (await factChecker.get(`/claims/${id}`)).body;
    expect(offered).toMatchObject({ status: 'queued', version });
    expect(offered.leases).toMatchObject([{ assignmentId: offer.id, state: 'offered', member }]);
    expect((await reviewer.post('/reviews/next', { queueId })).status).toBe(204);

    const accepted = await reviewer.post(`/assignments/${offer.id}/accept`);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({
      assignment: { id: offer.id, state: 'leased', lease: { token: 1 } },
      claim: { id, status: 'in_review', version: version + 1, leases: [{ state: 'leased', member }] },
    });
    expect((await decide(reviewer, accepted.body.assignment)).body.claim.status).toBe('decided');
    expect(await types(id)).toEqual([
      'round.opened',
      'assignment.offered',
      'assignment.leased',
      'claim.transitioned',
      'decision.submitted',
      'round.settled',
      'claim.transitioned',
    ]);
  });

  it('takes an answer to an offer from its member alone, and only one', async () => {
    const reviewer = await onShift('reviewer');
    await push();
    const { id } = await offerFor(reviewer);
    const path = `/assignments/${id}`;

    for (const by of [editor, admin]) {
      expect((await by.post(`${path}/accept`)).body.code).toBe('assignment.not_yours');
      expect((await by.post(`${path}/decline`, { reason: 'other' })).body.code).toBe('assignment.not_yours');
    }
    for (const act of ['renew', 'release', 'decision', 'decline']) {
      const body = { token: 1, reason: 'other', rating: 'mixed', confidence: 'low', rationale: 'Early.' };
      const keys = { renew: ['token'], release: ['token'], decline: ['token', 'reason'] }[act];
      const sent = keys === undefined ? { ...body, reason: undefined } : pick(body, keys);
      const answer = await reviewer.post(`${path}/${act}`, sent);
      expect([act, answer.status, answer.body.code]).toEqual([act, 409, 'assignment.not_offered']);
    }
    const twice = await Promise.all([1, 2].map(() => reviewer.post(`${path}/accept`)));
    expect(twice.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
      200,
      'assignment.not_offered',
    ]);
    const declined = await reviewer.post(`${path}/decline`, { reason: 'other' });
    expect([declined.status, declined.body.code]).toEqual([409, 'assignment.not_offered']);
  });

  it('offers a declined claim to the next, and never to the same member again', async () => {
    const first = await onShift('First reviewer');
    const { id } = await push();
    const offer = await offerFor(first);
    const declined = await first.post(`/assignments/${offer.id}/decline`, { reason: 'language' });
    expect(declined.body).toMatchObject({
      assignment: { state: 'declined', lease: null },
      claim: { status: 'queued' },
    });
    await passedOver(id, first);

    const second = await onShift('Second reviewer');
    // Whoever gets a place after the claim began to wait is found too.
    expect((await offerFor(second)).claimId).toBe(id);
    expect(await offeredTo(first)).not.toContain(id);
  });

  it('offers to the reviewer with the least in hand, and among equals to the one idle for longest', async () => {
    const one = await onShift('One');
    const two = await onShift('Two');
    const three = await onShift('Three');
    const members = await Promise.all([one, two, three].map(idOf));
    const given = async () => {
      const { id } = await push();
      const [lease] = (await offered(id)).leases;
      return members.indexOf(lease.member.id);
    };

    const round = [await given(), await given(), await given()];
    expect(round.toSorted()).toEqual([0, 1, 2]);
    expect([await given(), await given(), await given()]).toEqual(round);
    // One of them is done with a claim, and has the least in hand.
    const done = [one, two, three][round[1]!]!;
    const [offer] = (await done.get('/assignments?mine=true&state=offered')).body.items;
    await decide(done, (await done.post(`/assignments/${offer.id}/accept`)).body.assignment);
    expect(await given()).toBe(round[1]);
  });

  it('counts what a reviewer took from pull queues as in hand', async () => {
    const busy = await onShift('Busy');
    const idle = await onShift('Idle');
    await queuedClaim(factChecker);
    await take(busy);
    const claims = [await push(), await push()];
    for (const { id } of claims) await offered(id);
    // Idle is asked first; then both have one in hand, and Busy was given theirs earlier.
    expect(await offeredTo(idle)).toEqual([claims[0].id]);
    expect(await offeredTo(busy)).toEqual([claims[1].id]);
  });

  it('offers to reviewers first, then to editors, then to admins', async () => {
    queueId = (await queue(editor, { mode: 'push', maxLeases: 1 })).id;
    const reviewer = await workspace.client('reviewer');
    const asked: string[] = [];
    for (let i = 0; i < 3; i++) asked.push((await offered((await push()).id)).leases[0].member.id);
    expect(asked).toEqual(await Promise.all([reviewer, editor, admin].map(idOf)));
  });

  it('passes over the member who entered the claim, and those who have as many as the queue allows', async () => {
    queueId = (await queue(editor, { mode: 'push', skills: ['on shift'], maxLeases: 2 })).id;
    const author = await onShift('Author');
    const own = await queuedClaim(author, {}, { queueId });
    const first = await push();
    expect((await offered(first.id)).leases[0].member.name).toBe('Author');
    await passedOver(own.id, author);

    const further = await push();
    await onShift('Another reviewer');
    expect((await offered(own.id)).leases[0].member.name).toBe('Another reviewer');
    expect((await offered(further.id)).leases[0].member.name).toBe('Another reviewer');
  });

  it('takes an offer back that nobody accepted in time, and offers it to another', async () => {
    const first = await onShift('First reviewer');
    const { id } = await push();
    const offer = await offerFor(first);
    const second = await onShift('Second reviewer');
    await runOut(editor.desk, offer.id);

    expect((await first.get(`/assignments/${offer.id}`)).body.state).toBe('expired');
    expect((await factChecker.get(`/claims/${id}`)).body.leases).toEqual([]);
    const late = await first.post(`/assignments/${offer.id}/accept`);
    expect([late.status, late.body.code, late.body.holder]).toEqual([409, 'lease.lost', null]);
    // The sweep would come by within 10 seconds; a reviewer who asks for work brings it about at once.
    expect((await second.post('/reviews/next')).status).toBe(204);
    const again = await offerFor(second);
    expect(again).toMatchObject({ claimId: id, lease: null });
    const accepted = await second.post(`/assignments/${again.id}/accept`);
    expect(accepted.body.assignment.lease.token).toBe(1);
    const holder = { id: await idOf(second), name: 'Second reviewer' };
    const later = await first.post(`/assignments/${offer.id}/decline`, { reason: 'other' });
    expect(later.body).toMatchObject({ code: 'lease.lost', holder });
  });

  it('does not offer a claim that was taken out of it, and breaks the offer that stood', async () => {
    const reviewer = await onShift('reviewer');
    const { id } = await push();
    const offer = await offerFor(reviewer);
    const held = await factChecker.post(`/claims/${id}/transitions`, { to: 'on_hold' }, { ifMatch: '*' });
    expect(held.status).toBe(200);
    expect((await reviewer.get(`/assignments/${offer.id}`)).body).toMatchObject({
      state: 'broken',
      lease: null,
    });
    const late = await reviewer.post(`/assignments/${offer.id}/accept`);
    expect([late.body.code, late.body.holder]).toEqual(['lease.lost', null]);
  });

  /** A reviewer who has what the queue asks for; editors and admins, who may review too, have not. */
  async function onShift(name: string): Promise<Client> {
    const client = await workspace.client('reviewer', name);
    const changed = await admin.patch(`/members/${await idOf(client)}`, { skills: ['On  Shift'] }, 1);
    if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
    return client;
  }

  function push(): Promise<Json> {
    return queuedClaim(factChecker, {}, { queueId });
  }

  async function offerFor(by: Client): Promise<Json> {
    const { items } = await eventually(
      async () => (await by.get('/assignments?mine=true&state=offered')).body,
      (page) => page.items.length > 0,
    );
    return items[0];
  }

  function offered(claimId: string): Promise<Json> {
    return eventually(
      async () => (await factChecker.get(`/claims/${claimId}`)).body,
      ({ leases }) => leases.length > 0,
    );
  }

  async function offeredTo(by: Client): Promise<string[]> {
    const { items } = (await by.get('/assignments?mine=true&state=offered')).body;
    return items.map(({ claimId }: Json) => claimId);
  }

  /** A claim that waits was looked at when one that ranks behind it is offered to somebody. */
  async function passedOver(claimId: string, to: Client): Promise<void> {
    const behind = await queuedClaim(factChecker, { priority: 0 }, { queueId });
    expect((await offered(behind.id)).leases[0].member.id).toBe(await idOf(to));
    expect((await factChecker.get(`/claims/${claimId}`)).body).toMatchObject({
      status: 'queued',
      leases: [],
    });
  }

  async function types(claimId: string): Promise<string[]> {
    const { items } = (await editor.get(`/claims/${claimId}/history?limit=200`)).body;
    return items.map((event: Json) => event.type).slice(2);
  }
});

function pick(from: Json, keys: string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}
