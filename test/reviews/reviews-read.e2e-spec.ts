import { v7 as uuid } from 'uuid';
import { quietDesk } from '../setup/desk.js';
import { type Client, type Json, queuedClaim, Workspace } from '../setup/workspace.js';
import {
  addEvidence,
  decide,
  idOf,
  inHours,
  letSixMinutesPass,
  move,
  queueOfTwo,
  record,
  runOut,
  take,
} from './reviewing.js';

describe('the reviews of a claim', () => {
  const desk = quietDesk();
  let workspace: Workspace;
  let factChecker: Client;
  let viewer: Client;
  let editor: Client;
  let admin: Client;
  let first: Client;
  let second: Client;

  beforeEach(async () => {
    workspace = Workspace.open(desk);
    factChecker = await workspace.client('fact_checker');
    viewer = await workspace.client('viewer');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    first = await workspace.client('reviewer', 'First reviewer');
    second = await workspace.client('reviewer', 'Second reviewer');
  });

  async function reviews(by: Client, claimId: string, query = ''): Promise<Json[]> {
    const answer = await by.get(`/claims/${claimId}/reviews${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.items;
  }

  it('are none before it is queued, and then a round whose slot waits', async () => {
    const { id, version } = (await factChecker.post('/claims', { text: 'A claim', language: 'en' })).body;
    expect(await reviews(viewer, id)).toEqual([]);
    await factChecker.post(`/claims/${id}/transitions`, { to: 'queued' }, { ifMatch: version });
    expect(await reviews(viewer, id)).toMatchObject([
      {
        number: 1,
        state: 'open',
        reviews: 1,
        agreement: 'unanimous',
        mode: 'pull',
        closedAt: null,
        slots: [{ number: 1, state: 'waiting', assignments: [] }],
      },
    ]);
  });

  it('show each turn with all that happened to it, in order, and the decision', async () => {
    const { id } = await queuedClaim(factChecker);
    const statement = await record(factChecker, id, 'asserts');
    const evidence = await addEvidence(factChecker, id);
    const { assignment } = await take(first);
    await first.post(`/assignments/${assignment.id}/renew`, { token: 1 });
    const until = inHours(3);
    await first.post(`/assignments/${assignment.id}/hold`, { token: 1, until, reason: 'Waiting for Seoul.' });
    const to = await idOf(second);
    await first.post(`/assignments/${assignment.id}/hand-over`, { token: 1, to, note: 'You read Korean.' });
    const offer = (await second.get('/assignments?mine=true')).body.items[0];
    const accepted = (await second.post(`/assignments/${offer.id}/accept`)).body.assignment;
    const { version } = (await factChecker.get(`/claims/${id}`)).body;
    const decided = await decide(second, accepted, {
      rating: 'true',
      citedStatements: [statement.id],
      citedEvidence: [evidence.id],
      claimVersion: version,
    });
    expect(decided.status).toBe(200);

    const [round, ...others] = await reviews(viewer, id);

    expect(others).toEqual([]);
    expect(round).toMatchObject({ state: 'settled', closedAt: expect.any(String) });
    expect(round.slots).toMatchObject([{ number: 1, state: 'done' }]);
    const [given, received] = round.slots[0].assignments;
    const giver = { id: await idOf(first), name: 'First reviewer' };
    const receiver = { id: to, name: 'Second reviewer' };
    expect(lines(given)).toEqual([
      ['leased', giver, null],
      ['renewed', giver, null],
      ['held', giver, 'Waiting for Seoul.'],
      ['handed_over', giver, 'You read Korean.'],
    ]);
    expect(given.ledger[2].expiresAt).toBe(until);
    expect(given.decision).toBeNull();
    expect(lines(received)).toEqual([
      ['offered', giver, null],
      ['leased', receiver, null],
      ['submitted', receiver, null],
    ]);
    expect(received).toMatchObject((await viewer.get(`/assignments/${offer.id}`)).body);
    expect(received.decision).toMatchObject({
      decidedAt: expect.any(String),
      content: {
        rating: 'true',
        confidence: 'moderate',
        rationale: 'Neither side shows anything.',
        overrideReason: null,
        claimVersion: version,
        citedStatements: [statement.id],
        citedEvidence: [evidence.id],
      },
    });
  });

  it('list rounds newest first, in pages, with what was decided in a cancelled one', async () => {
    const queueId = await queueOfTwo(editor, { blind: true });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await decide(first, (await take(first, queueId)).assignment, { rating: 'false' });
    await move(editor, id, { to: 'on_hold' });
    for (let i = 0; i < 2; i++) {
      await move(factChecker, id, { to: 'queued' });
      await move(factChecker, id, { to: 'triage' });
    }

    const all = await reviews(second, id);
    expect(all.map(({ number, state }) => [number, state])).toEqual([
      [3, 'cancelled'],
      [2, 'cancelled'],
      [1, 'cancelled'],
    ]);
    expect(decisionsIn(all[2])).toMatchObject([{ content: { rating: 'false' } }]);
    expect(all[2].slots.map(({ state }: Json) => state)).toEqual(['done', 'cancelled']);
    // What is shown from then on is told, and so chained, by what ended the blindness.
    const cancelled = (await viewer.get('/events?after=0&type=round.cancelled')).body.items;
    const told = cancelled
      .filter((event: Json) => event.claimId === id)
      .map(({ data }: Json) => data.decisions);
    expect(told).toMatchObject([[{ rating: 'false', memberId: await idOf(first) }], [], []]);

    const paged: Json[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await viewer.get(`/claims/${id}/reviews?limit=1${query}`);
      paged.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(await reviews(viewer, id));
  });

  it('hide a decision of a blind round from all but its author until the last is in', async () => {
    const queueId = await queueOfTwo(editor, { blind: true });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const one = (await take(first, queueId)).assignment;
    const two = (await take(second, queueId)).assignment;
    const secret = 'The photograph is from another year.';
    await decide(first, one, { rating: 'false', rationale: secret });

    const own = decisionsIn((await reviews(first, id))[0]);
    expect(own).toMatchObject([{ content: { rating: 'false', rationale: secret } }]);
    for (const by of [second, viewer, factChecker, editor, admin]) {
      const answer = (await by.get(`/claims/${id}/reviews`)).body;
      const [turn] = answer.items[0].slots[one.slot - 1].assignments;
      expect(turn).toMatchObject({ state: 'submitted', member: { name: 'First reviewer' } });
      expect(turn.decision).toEqual({ id: own[0].id, decidedAt: own[0].decidedAt, content: null });
      expect(JSON.stringify(answer)).not.toContain(secret);
    }

    await decide(second, two, { rating: 'false' });
    for (const by of [first, second, viewer, editor]) {
      const decisions = decisionsIn((await reviews(by, id))[0]);
      expect(decisions.map(({ content }) => content.rating)).toEqual(['false', 'false']);
    }
  });

  it('show a decision of a round that is not blind at once', async () => {
    const queueId = await queueOfTwo(editor, { blind: false });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await decide(first, (await take(first, queueId)).assignment, { rating: 'false' });
    for (const by of [second, viewer])
      expect(decisionsIn((await reviews(by, id))[0])).toMatchObject([{ content: { rating: 'false' } }]);
  });

  it('show how each round was settled: by agreement, or by an editor’s word beside what was decided', async () => {
    const queueId = await queueOfTwo(editor, { blind: true });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await record(factChecker, id, 'asserts');
    await record(factChecker, id, 'confirms');
    const overrideReason = 'Both sources repeat one forged document.';
    await decide(first, (await take(first, queueId)).assignment, { rating: 'false', overrideReason });
    await decide(second, (await take(second, queueId)).assignment, { rating: 'true' });
    const [disagreed] = await reviews(viewer, id);
    expect(disagreed).toMatchObject({ state: 'disagreed', adjudication: null, verdict: null });

    const word = { rating: 'mostly_false', confidence: 'high', rationale: 'It is forged.', overrideReason };
    await editor.post(`/claims/${id}/adjudication`, word);
    const { verdict } = (await viewer.get(`/claims/${id}`)).body;
    await move(editor, id, { to: 'queued', queueId });
    await decide(first, (await take(first, queueId)).assignment, { rating: 'true' });
    await decide(second, (await take(second, queueId)).assignment, { rating: 'true' });

    const [later, earlier] = await reviews(viewer, id);
    const sides = { polarity: 'refutes', corroboration: 'corroborated', overrideReason };
    expect(decisionsIn(earlier).map(({ content }) => content)).toMatchObject([
      { rating: 'false', ...sides },
      { rating: 'true', polarity: 'supports', corroboration: 'corroborated', overrideReason: null },
    ]);
    const by = { id: await idOf(editor), name: 'editor' };
    expect(earlier.adjudication).toMatchObject({ ...word, ...sides, by });
    expect(earlier.verdict).toEqual(verdict);
    expect(verdict).toMatchObject({ ...word, ...sides, round: 1 });
    expect(later).toMatchObject({ state: 'settled', adjudication: null });
    expect(later.verdict).toMatchObject({ rating: 'true', overrideReason: null, round: 2 });
    expect(later.verdict).toEqual((await viewer.get(`/claims/${id}`)).body.verdict);
  });

  it('tell why it was declined to that member and to editors only', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    const note = 'The minister is my cousin.';
    await first.post(`/assignments/${assignment.id}/decline`, {
      token: 1,
      reason: 'conflict_of_interest',
      note,
    });
    for (const by of [first, editor, admin]) {
      const [turn] = (await reviews(by, id))[0].slots[0].assignments;
      expect(turn).toMatchObject({ declineReason: 'conflict_of_interest', declineNote: note });
    }
    for (const by of [second, viewer, factChecker]) {
      const text = JSON.stringify(await reviews(by, id));
      expect(text).toContain('declined');
      expect(text).not.toContain('conflict_of_interest');
      expect(text).not.toContain(note);
    }
  });

  it('show a turn that has run out as expired, and its slot as waiting, before and after it is tidied', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment } = await take(first);
    await runOut(desk, assignment.id, '6 minutes');

    const [before] = await reviews(viewer, id);
    expect(before.slots[0]).toMatchObject({ state: 'waiting', assignments: [{ state: 'expired' }] });
    expect(lines(before.slots[0].assignments[0]).at(-1)).toEqual(['expired', null, null]);
    const taken = (await take(second)).assignment;
    await second.post(`/assignments/${taken.id}/release`, { token: taken.lease.token });
    await letSixMinutesPass(desk, taken.id);

    const [after] = await reviews(viewer, id);
    expect(after.slots[0].state).toBe('waiting');
    expect(after.slots[0].assignments[0]).toEqual(before.slots[0].assignments[0]);
  });

  it('answer 304 until something happens', async () => {
    const { id } = await queuedClaim(factChecker);
    const poll = (tag: string) => viewer.get(`/claims/${id}/reviews`, { 'if-none-match': tag });
    let tag = (await viewer.get(`/claims/${id}/reviews`)).headers.get('etag')!;
    const acts = [
      async () => take(first),
      async () => first.post(`/assignments/${await turn()}/renew`, { token: 1 }),
      async () => decide(first, { id: await turn(), lease: { token: 1 } }),
    ];
    const turn = async () => (await reviews(viewer, id))[0].slots[0].assignments[0].id;
    for (const act of acts) {
      expect((await poll(tag)).status).toBe(304);
      await act();
      const answer = await poll(tag);
      expect(answer.status).toBe(200);
      tag = answer.headers.get('etag')!;
    }
  });

  it('are not there for another workspace', async () => {
    const { id } = await queuedClaim(factChecker);
    const stranger = await Workspace.open(desk).client('admin');
    for (const claimId of [id, uuid()])
      expect((await stranger.get(`/claims/${claimId}/reviews`)).body.code).toBe('resource.not_found');
  });
});

function lines({ ledger }: Json): Json[] {
  return ledger.map(({ entry, by, note }: Json) => [entry, by, note]);
}

function decisionsIn(round: Json): Json[] {
  return round.slots.flatMap(({ assignments }: Json) =>
    assignments.flatMap(({ decision }: Json) => (decision === null ? [] : [decision])),
  );
}
