import { randomUUID } from 'node:crypto';
import { type Client, type Json, claim as enter, queuedClaim, Workspace } from '../setup/workspace.js';
import { decide, move, queue, take } from './reviewing.js';

const CLOSED_REASONS = ['duplicate', 'not_checkable', 'out_of_scope', 'withdrawn'];

describe('moving a claim', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let reviewer: Client;
  let editor: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    editor = await workspace.client('editor');
  });

  it('needs the version it was read at', async () => {
    const { id, version } = await enter(factChecker);
    const path = `/claims/${id}/transitions`;
    const missing = await factChecker.post(path, { to: 'queued' });
    expect([missing.status, missing.body.code]).toEqual([428, 'version.required']);
    for (const ifMatch of [version + 1, `W/"${version}"`]) {
      const stale = await factChecker.post(path, { to: 'queued' }, { ifMatch });
      expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([
        412,
        'version.stale',
        version,
      ]);
    }
    expect((await factChecker.get(`/claims/${id}`)).body).toMatchObject({ status: 'triage', version });
    expect((await factChecker.post(path, { to: 'queued' }, { ifMatch: version })).status).toBe(200);
    const twice = await factChecker.post(path, { to: 'on_hold' }, { ifMatch: version });
    expect(twice.status).toBe(412);
  });

  it('to closed needs a reason of the list', async () => {
    const { id } = await enter(factChecker);
    for (const reason of [undefined, null, 'boring', 'Duplicate']) {
      const answer = await move(factChecker, id, { to: 'closed', reason });
      expect([answer.status, answer.body.errors?.[0]]).toEqual([
        400,
        { path: 'reason', message: `must be one of: ${CLOSED_REASONS.join(', ')}` },
      ]);
    }
    for (const reason of ['not_checkable', 'out_of_scope', 'withdrawn']) {
      const closed = await move(factChecker, id, { to: 'closed', reason });
      expect(closed.body).toMatchObject({ status: 'closed', closedReason: reason, duplicateOf: null });
      const back = await move(editor, id, { to: 'triage', reason: 'It matters after all.' });
      expect(back.body).toMatchObject({ status: 'triage', closedReason: null });
    }
  });

  it('to closed as a duplicate names the claim that stays', async () => {
    const stays = await enter(factChecker);
    const { id } = await queuedClaim(factChecker);
    const foreign = await enter(await Workspace.open().client('fact_checker'));

    for (const duplicateOf of [undefined, null, id, randomUUID(), foreign.id]) {
      const answer = await move(factChecker, id, { to: 'closed', reason: 'duplicate', duplicateOf });
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'duplicateOf']);
    }
    const unknown = [randomUUID(), foreign.id].map((duplicateOf) =>
      move(factChecker, id, { to: 'closed', reason: 'duplicate', duplicateOf }),
    );
    const [one, two] = (await Promise.all(unknown)).map(({ body }) => body.errors);
    expect(one).toEqual(two);

    const closed = await move(factChecker, id, { to: 'closed', reason: 'duplicate', duplicateOf: stays.id });
    expect(closed.body).toMatchObject({ status: 'closed', closedReason: 'duplicate', duplicateOf: stays.id });
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    const chained = await move(factChecker, stays.id, { to: 'closed', reason: 'duplicate', duplicateOf: id });
    expect([chained.status, chained.body.errors?.[0].path]).toEqual([400, 'duplicateOf']);
  });

  it.each([
    [{ to: 'on_hold', queueId: randomUUID() }, 'queueId'],
    [{ to: 'queued', holdUntil: '2999-01-01T00:00:00Z' }, 'holdUntil'],
    [{ to: 'queued', duplicateOf: randomUUID() }, 'duplicateOf'],
    [{ to: 'closed', reason: 'withdrawn', duplicateOf: randomUUID() }, 'duplicateOf'],
    [{ to: 'queued', queueId: randomUUID() }, 'queueId'],
    [{ to: 'on_hold', holdUntil: '2020-01-01T00:00:00Z' }, 'holdUntil'],
    [{ to: 'on_hold', holdUntil: 'tomorrow' }, 'holdUntil'],
    [{ to: 'done' }, 'to'],
    [{ to: 'queued', status: 'queued' }, 'status'],
    [{}, 'to'],
  ])('refuses %j, with the path of what does not fit', async (body, path) => {
    const { id, version } = await enter(factChecker);
    const answer = await move(factChecker, id, body);
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, path]);
    expect((await factChecker.get(`/claims/${id}`)).body).toMatchObject({ status: 'triage', version });
  });

  it('to the queue of another workspace is refused in the words for one that does not exist', async () => {
    const { id } = await enter(factChecker);
    const foreign = await queue(await Workspace.open().client('editor'));
    const [a, b] = await Promise.all(
      [foreign.id, randomUUID()].map((queueId) => move(factChecker, id, { to: 'queued', queueId })),
    );
    expect([a!.status, a!.body.errors]).toEqual([400, b!.body.errors]);
  });

  it('on hold from the queue and back puts it in the queue it was in, with a new round', async () => {
    const quick = await queue(editor);
    const { id } = await queuedClaim(factChecker, {}, { queueId: quick.id });
    const held = await move(factChecker, id, { to: 'on_hold', reason: 'Waiting for a call back.' });
    expect(held.body).toMatchObject({ status: 'on_hold', heldFrom: 'queued', holdUntil: null });
    expect((await reviewer.post('/reviews/next')).status).toBe(204);

    const back = await move(factChecker, id, { to: 'queued' });

    expect(back.body).toMatchObject({ status: 'queued', queueId: quick.id, heldFrom: null });
    expect((await take(reviewer)).assignment).toMatchObject({ claimId: id, queueId: quick.id, round: 2 });
  });

  it('back to triage takes it out of its queue', async () => {
    const { id } = await queuedClaim(factChecker);
    expect((await move(factChecker, id, { to: 'triage' })).body).toMatchObject({
      status: 'triage',
      leases: [],
    });
    expect((await reviewer.post('/reviews/next')).status).toBe(204);
    expect(await types(id)).toEqual([
      'claim.submitted',
      'claim.transitioned',
      'round.opened',
      'round.cancelled',
      'claim.transitioned',
    ]);
  });

  it('to review it again opens the next round and keeps the verdict until there is a new one', async () => {
    const { id } = await queuedClaim(factChecker);
    const first = (await decide(reviewer, (await take(reviewer)).assignment, { rating: 'false' })).body.claim;

    const again = await move(editor, id, { to: 'queued', reason: 'New photographs came in.' });

    expect(again.body).toMatchObject({ status: 'queued', verdict: first.verdict });
    const { assignment, claim } = await take(reviewer);
    expect(assignment).toMatchObject({ claimId: id, round: 2, slot: 1, lease: { token: 1 } });
    expect(claim.verdict).toEqual(first.verdict);
    const second = await decide(reviewer, assignment, { rating: 'mixed' });
    expect(second.body.claim.verdict).toMatchObject({ rating: 'mixed', round: 2 });
    const { items } = (await editor.get(`/claims/${id}/history?limit=200`)).body;
    const last = items.at(-1);
    expect(last.data.changes.verdict).toMatchObject({
      from: first.verdict,
      to: { rating: 'mixed', round: 2 },
    });
    expect(items.find((event: Json) => event.reason === 'New photographs came in.').data).toMatchObject({
      from: 'decided',
      to: 'queued',
    });
  });

  async function types(claimId: string): Promise<string[]> {
    return (await editor.get(`/claims/${claimId}/history?limit=200`)).body.items.map(
      (event: Json) => event.type,
    );
  }
});
