import { type Answer, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { decide, idOf, queue, record, RUNS, take, traces } from './reviewing.js';

describe('a round of several decisions', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let reviewers: Client[];

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    reviewers = [];
    for (const name of ['One', 'Two', 'Three']) reviewers.push(await workspace.client('reviewer', name));
  });

  /** Queues a claim in a queue like this, hands it to as many reviewers as it needs, and has them decide so. */
  async function decided(fields: Json, ratings: string[], more: Json[] = []): Promise<Json> {
    const { id: queueId } = await queue(editor, { reviews: ratings.length, ...fields });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const turns = [];
    for (const [i] of ratings.entries()) turns.push(await take(reviewers[i]!, queueId));
    for (const [i, { assignment }] of turns.entries()) {
      const answer = await decide(reviewers[i]!, assignment, { rating: ratings[i], ...more[i] });
      expect(answer.status).toBe(200);
    }
    return read(id);
  }

  const read = async (id: string): Promise<Json> => (await factChecker.get(`/claims/${id}`)).body;
  const events = async (id: string, by = editor): Promise<Json[]> =>
    (await by.get(`/claims/${id}/history?limit=200`)).body.items;
  const adjudicate = (by: Client, id: string, fields: Json = {}): Promise<Answer> =>
    by.post(`/claims/${id}/adjudication`, {
      rating: 'mixed',
      confidence: 'moderate',
      rationale: 'Both read the same picture.',
      ...fields,
    });

  it('is handed to as many members as it needs, each once, and to nobody else', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const [one, two, three] = reviewers as [Client, Client, Client];
    const first = await take(one, queueId);
    expect((await one.post('/reviews/next', { queueId })).status).toBe(204);
    const second = await take(two, queueId);
    expect((await three.post('/reviews/next', { queueId })).status).toBe(204);

    expect([first, second].map(({ assignment }) => [assignment.claimId, assignment.slot])).toEqual([
      [id, 1],
      [id, 2],
    ]);
    expect((await read(id)).leases).toHaveLength(2);
    await decide(one, first.assignment);
    expect((await one.post('/reviews/next', { queueId })).status).toBe(204);
    expect(await read(id)).toMatchObject({ status: 'in_review', verdict: null });
  });

  it('goes back to the queue only when every slot waits again', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const turns = [await take(reviewers[0]!, queueId), await take(reviewers[1]!, queueId)];
    const release = (i: number) =>
      reviewers[i]!.post(`/assignments/${turns[i].assignment.id}/release`, { token: 1 });
    expect((await release(0)).body.claim.status).toBe('in_review');
    expect((await release(1)).body.claim.status).toBe('queued');
    expect((await read(id)).leases).toEqual([]);
  });

  it('settles in the transaction of its last decision when they agree, and says what they say together', async () => {
    const more = [
      { confidence: 'high', rationale: 'The pictures show it.' },
      { confidence: 'low', rationale: 'Two agencies say so.' },
    ];
    const claim = await decided({ agreement: 'unanimous' }, ['mostly_true', 'mostly_true'], more);
    expect(claim).toMatchObject({
      status: 'decided',
      verdict: {
        rating: 'mostly_true',
        polarity: 'supports',
        confidence: 'low',
        rationale: 'The pictures show it.\n\nTwo agencies say so.',
        round: 1,
        selfReviewed: false,
      },
    });
    const settled = (await events(claim.id)).find(({ type }) => type === 'round.settled');
    expect(settled.data.decisions.map(({ rating, rationale }: Json) => [rating, rationale])).toEqual(
      more.map(({ rationale }) => ['mostly_true', rationale]),
    );
  });

  it.each([
    ['unanimous', ['true', 'mostly_true'], 'adjudication', null],
    ['within_one', ['true', 'mostly_true'], 'decided', 'mostly_true'],
    ['within_one', ['true', 'mixed'], 'adjudication', null],
    ['within_one', ['true', 'misleading'], 'adjudication', null],
    ['majority', ['unverifiable', 'true', 'unverifiable'], 'decided', 'unverifiable'],
    ['majority', ['unverifiable', 'true', 'mixed'], 'adjudication', null],
  ])('by %s: %j leads to %s', async (agreement, ratings, status, rating) => {
    const claim = await decided({ agreement }, ratings);
    expect([claim.status, claim.verdict?.rating ?? null]).toEqual([status, rating]);
    const counts = (await factChecker.get('/stats/claims')).body;
    expect(counts.byStatus[status]).toBe(1);
  });

  it('shows nobody a decision of a blind round before its last one, and everybody all of them then', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const turns = [await take(reviewers[0]!, queueId), await take(reviewers[1]!, queueId)];
    const secret = { rating: 'misleading', rationale: 'A telling word: quagga.', confidence: 'high' };
    const own = await decide(reviewers[0]!, turns[0].assignment, secret);
    expect(own.status).toBe(200);

    const paths = [
      `/claims/${id}`,
      `/claims/${id}/history?limit=200`,
      '/claims?limit=200',
      '/events?after=0&limit=200',
      '/assignments?limit=200',
      `/assignments/${turns[0].assignment.id}`,
      '/stats/claims',
    ];
    for (const by of [reviewers[1]!, reviewers[2]!, editor, admin, factChecker]) {
      for (const path of paths) {
        const answer = await by.get(path);
        expect([path, answer.status]).toEqual([path, 200]);
        const text = JSON.stringify(answer.body);
        expect([path, text.includes('quagga')]).toEqual([path, false]);
      }
    }
    expect((await factChecker.get('/stats/claims')).body.byRating.misleading).toBe(0);
    const submitted = (await events(id)).filter(({ type }) => type === 'decision.submitted');
    expect(submitted).toHaveLength(1);
    expect(Object.keys(submitted[0].data).toSorted()).toEqual(
      ['decisionId', 'memberId', 'queueId', 'roundId', 'slotId'].toSorted(),
    );

    await decide(reviewers[1]!, turns[1].assignment, { rating: 'true' });
    const [told] = (await events(id, factChecker)).filter(({ type }) => type === 'round.disagreed');
    expect(told.data.decisions.map(({ rationale }: Json) => rationale)).toContain('A telling word: quagga.');
    expect(told.data.agreed).toBeNull();
  });

  it('shows decisions as they come where the queue is not blind', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2, blind: false });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const { assignment } = await take(reviewers[0]!, queueId);
    await decide(reviewers[0]!, assignment, { rationale: 'Read this.' });
    const [told] = (await events(id)).filter(({ type }) => type === 'decision.submitted');
    expect(told.data).toMatchObject({ rating: 'unverifiable', rationale: 'Read this.' });
  });

  it('that disagrees is settled by an editor who took no part, whose word becomes the verdict', async () => {
    const { id } = await decided({}, ['true', 'mixed']);
    const answer = await adjudicate(editor, id);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'decided',
      verdict: {
        rating: 'mixed',
        confidence: 'moderate',
        rationale: 'Both read the same picture.',
        round: 1,
      },
    });
    const types = (await events(id)).map(({ type }) => type);
    expect(types.slice(-4)).toEqual([
      'claim.transitioned',
      'claim.adjudicated',
      'round.settled',
      'claim.transitioned',
    ]);
    const again = await adjudicate(editor, id);
    expect([again.status, again.body.code]).toEqual([409, 'adjudication.not_open']);
  });

  it('is not settled by reviewers, by an editor who decided in it, nor by one who entered the claim', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(admin, {}, { queueId });
    for (const [by, rating] of [
      [reviewers[0]!, 'true'],
      [editor, 'false'],
    ] as const) {
      await decide(by, (await take(by, queueId)).assignment, { rating });
    }
    const before = await traces(editor.desk, id);
    const refusals = [];
    for (const by of [reviewers[1]!, editor, admin]) refusals.push((await adjudicate(by, id)).body.code);
    expect(refusals).toEqual(['permission.denied', 'adjudicator.took_part', 'adjudicator.took_part']);
    expect(await traces(editor.desk, id)).toEqual(before);
    const second = await workspace.client('editor', 'Second editor');
    expect((await adjudicate(second, id)).status).toBe(200);
  });

  it('is not settled by an editor who has recorded a statement of it, or the verdict says so where that is allowed', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await record(editor, id, 'questions');
    await decide(reviewers[0]!, (await take(reviewers[0]!, queueId)).assignment, { rating: 'true' });
    await decide(reviewers[1]!, (await take(reviewers[1]!, queueId)).assignment, { rating: 'false' });
    expect((await adjudicate(editor, id)).body.code).toBe('adjudicator.took_part');
    await admin.patch('/policy', { allowSelfReview: true }, '*');
    expect((await adjudicate(editor, id)).body.verdict).toMatchObject({ selfReviewed: true });
  });

  it('goes to an editor too when it agrees against a record that was another one when they decided', async () => {
    const { id: queueId } = await queue(editor, { reviews: 3, agreement: 'majority' });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const turns = [];
    for (const reviewer of reviewers.slice(0, 3)) turns.push(await take(reviewer, queueId));
    for (const i of [0, 1]) await decide(reviewers[i]!, turns[i]!.assignment, { rating: 'false' });
    await record(factChecker, id, 'asserts');
    await record(factChecker, id, 'confirms');
    await decide(reviewers[2]!, turns[2]!.assignment, { rating: 'true' });

    expect(await read(id)).toMatchObject({ status: 'adjudication', verdict: null });
    const [told] = (await events(id)).filter(({ type }) => type === 'round.disagreed');
    expect(told.data).toMatchObject({ agreed: 'false' });
    const settled = await adjudicate(editor, id, { rating: 'false', overrideReason: 'One wire.' });
    expect(settled.body.verdict).toMatchObject({ rating: 'false', overrideReason: 'One wire.' });
  });

  it('wants a word from whoever goes against the record, the adjudicator too', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2 });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    await record(factChecker, id, 'asserts');
    await record(factChecker, id, 'confirms');
    const turns = [await take(reviewers[0]!, queueId), await take(reviewers[1]!, queueId)];
    const silent = await decide(reviewers[0]!, turns[0].assignment, { rating: 'false' });
    expect(silent.body.errors[0].path).toBe('overrideReason');
    await decide(reviewers[0]!, turns[0].assignment, { rating: 'false', overrideReason: 'They copied.' });
    await decide(reviewers[1]!, turns[1].assignment, { rating: 'true' });
    const refused = await adjudicate(editor, id, { rating: 'false' });
    expect(refused.body.errors[0].path).toBe('overrideReason');
    const done = await adjudicate(editor, id, { rating: 'false', overrideReason: 'One wire.' });
    expect(done.body.verdict).toMatchObject({ overrideReason: 'One wire.', corroboration: 'corroborated' });
  });

  it('goes to an editor when what they agree on has come to contradict the record since, and nobody said why', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2, agreement: 'majority' });
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const turns = [await take(reviewers[0]!, queueId), await take(reviewers[1]!, queueId)];
    await decide(reviewers[0]!, turns[0].assignment, { rating: 'false' });
    const { id: three } = await queue(editor, { reviews: 3, agreement: 'majority' });
    const other = await queuedClaim(factChecker, {}, { queueId: three });
    const more = [];
    for (const by of reviewers) more.push(await take(by, three));
    for (const i of [0, 1]) await decide(reviewers[i]!, more[i].assignment, { rating: 'false' });
    for (const claim of [id, other.id]) {
      await record(factChecker, claim, 'asserts');
      await record(factChecker, claim, 'confirms');
    }
    await decide(reviewers[2]!, more[2].assignment, { rating: 'true' });
    expect((await read(other.id)).status).toBe('adjudication');
    const explained = { rating: 'false', overrideReason: 'They copied each other.' };
    await decide(reviewers[1]!, turns[1].assignment, explained);
    expect((await read(id)).verdict).toMatchObject({ overrideReason: 'They copied each other.' });
  });

  it('begins anew when an editor sends a disagreement back, with the same members able to take it', async () => {
    const { id } = await decided({}, ['true', 'false']);
    const back = await editor.post(`/claims/${id}/transitions`, { to: 'queued' }, { ifMatch: '*' });
    expect(back.body.status).toBe('queued');
    const { assignment } = await take(reviewers[0]!);
    expect(assignment).toMatchObject({ claimId: id, round: 2 });
  });

  it('is not given to those who recorded a statement of it, unless the policy says so, and then the verdict does', async () => {
    const { id } = await queuedClaim(factChecker);
    const from = await source(factChecker);
    await reviewers[0]!.post(`/claims/${id}/statements`, { sourceId: from.id, stance: 'asserts' });
    expect((await reviewers[0]!.post('/reviews/next')).status).toBe(204);

    await admin.request('PATCH', '/policy', { body: { allowSelfReview: true }, ifMatch: '*' });
    const { assignment } = await take(reviewers[0]!);
    const { body } = await decide(reviewers[0]!, assignment, { rating: 'mixed' });
    expect(body.claim.verdict).toMatchObject({ selfReviewed: true });
  });

  it('is not theirs who only record a statement while they hold it', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment } = await take(reviewers[0]!);
    const from = await source(factChecker);
    await reviewers[0]!.post(`/claims/${id}/statements`, { sourceId: from.id, stance: 'asserts' });
    const { body } = await decide(reviewers[0]!, assignment, { rating: 'mixed' });
    expect(body.claim.verdict).toMatchObject({ selfReviewed: false });
  });

  it('is told to the editors when too few are left for it', async () => {
    const { id: queueId } = await queue(editor, { reviews: 2, skills: ['geolocation'] });
    await admin.patch(`/members/${await idOf(reviewers[0]!)}`, { skills: ['geolocation'] }, 1);
    const { id } = await queuedClaim(factChecker, {}, { queueId });
    const { assignment } = await take(reviewers[0]!, queueId);
    await decide(reviewers[0]!, assignment);
    expect((await events(id)).map(({ type }) => type)).toContain('round.stalled');
  });

  it('is settled once, however the last two decisions race', async () => {
    for (let run = 0; run < RUNS; run++) {
      const { id: queueId } = await queue(editor, { reviews: 2 });
      const { id } = await queuedClaim(factChecker, {}, { queueId });
      const turns = [await take(reviewers[0]!, queueId), await take(reviewers[1]!, queueId)];
      const answers = await Promise.all(
        turns.map(({ assignment }, i) => decide(reviewers[i]!, assignment, { rating: i ? 'true' : 'false' })),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await read(id)).status).toBe('adjudication');
      expect((await events(id)).filter(({ type }) => type === 'round.disagreed')).toHaveLength(1);
    }
  });
});
