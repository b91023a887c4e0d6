import { eventually } from '../setup/desk.js';
import { type Client, claim, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { runJob } from './machine-jobs.js';
import { addEvidence, decide, move, queueOfTwo, record, sql, take } from './reviewing.js';

describe('a claim with a verdict', () => {
  let workspace: Workspace;
  let factChecker: Client;
  let editor: Client;
  let admin: Client;
  let reviewer: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    admin = await workspace.client('admin');
    reviewer = await workspace.client('reviewer');
  });

  const search = () => runJob(workspace.desk, 'claim.search-re-reviews');
  const read = async (id: string) => (await factChecker.get(`/claims/${id}`)).body;
  const roundsOf = async (id: string) => (await editor.get(`/claims/${id}/reviews`)).body.items;
  const told = async (type = 'claim.re-review-opened,claim.re-review-extended') =>
    (await editor.get(`/events?after=0&limit=200&type=${type}`)).body.items;

  interface Decided {
    id: string;
    from: Json;
    statement: Json;
    item: Json;
  }

  /** A claim that one source asserts and one picture shows, decided; what is cited is what is asked for. */
  async function decided(cite: { statement?: boolean; evidence?: boolean } = {}): Promise<Decided> {
    const from = await source(factChecker, { party: 'North' });
    const { id } = await claim(factChecker);
    const statement = await record(factChecker, id, 'asserts', from);
    const item = await addEvidence(factChecker, id);
    await move(factChecker, id, { to: 'queued' });
    const { assignment } = await take(reviewer);
    const answer = await decide(reviewer, assignment, {
      citedStatements: cite.statement ? [statement.id] : [],
      citedEvidence: cite.evidence ? [item.id] : [],
    });
    expect(answer.body.claim).toMatchObject({ id, status: 'decided', reReview: null });
    return { id, from, statement, item };
  }

  /** Waits for the search: asked for twice, as one may be under way that began before. */
  async function searched(): Promise<void> {
    await eventually(
      () => sql(workspace.desk, 'select 1 from unplaced_events'),
      (rows) => rows.length === 0,
    );
    await search();
  }

  const CAUSES: [string, string, (given: Decided) => Promise<Json>][] = [
    [
      'a new statement denies it',
      'statement_recorded',
      async ({ id }) => ({ statementId: (await record(factChecker, id, 'denies')).id }),
    ],
    [
      'a source takes its position back',
      'statement_recorded',
      async ({ id, from }) => ({ statementId: (await record(factChecker, id, 'retracts', from)).id }),
    ],
    [
      'a statement that its verdict cites is struck',
      'statement_struck',
      async ({ statement }) => {
        await editor.post(`/statements/${statement.id}/strike`, { reason: 'Another claim was meant.' });
        return { statementId: statement.id };
      },
    ],
    [
      'evidence that its verdict cites is gone',
      'evidence_gone',
      async ({ item }) => {
        await factChecker.post(`/evidence/${item.id}/gone`, { reason: 'The page is not there any more.' });
        return { evidenceId: item.id };
      },
    ],
    [
      'a source that speaks for it is given another party',
      'source_re_placed',
      async ({ from }) => {
        await factChecker.patch(`/sources/${from.id}`, { party: 'South' }, '*');
        return { sourceId: from.id };
      },
    ],
    [
      'a source that speaks for it is graded lower',
      'source_downgraded',
      async ({ from }) => {
        const grade = (reliability: string) =>
          factChecker.post(`/sources/${from.id}/grades`, { reliability, reason: 'Its record.' });
        for (const reliability of ['C', 'B', 'B', 'D']) expect((await grade(reliability)).status).toBe(201);
        return { sourceId: from.id };
      },
    ],
  ];

  it.each(CAUSES)('returns to review when %s, once, and says why', async (_what, kind, bring) => {
    const given = await decided({ statement: true, evidence: true });
    const { id } = given;
    const before = await read(id);
    const subject = await bring(given);
    const cause = { kind, statementId: null, evidenceId: null, sourceId: null, note: null, ...subject };
    await eventually(
      () => read(id),
      ({ status }) => status === 'queued',
    );
    await searched();

    const after = await read(id);
    expect(after).toMatchObject({ status: 'queued', verdict: before.verdict });
    expect(after.reReview).toEqual({ causes: [{ ...cause, at: expect.any(String) }] });
    const [round, first] = await roundsOf(id);
    expect(round).toMatchObject({ number: 2, state: 'open', causes: [cause] });
    expect(first).toMatchObject({ number: 1, state: 'settled', causes: [] });
    const [event, ...more] = await told();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'claim.re-review-opened',
      actor: { type: 'system' },
      claimId: id,
      data: { cause: { ...subject, kind }, verdictRound: 1, roundId: round.id, round: 2 },
    });
    const transition = (await told('claim.transitioned')).at(-1);
    expect(transition).toMatchObject({ reason: event.reason, data: { from: 'decided', to: 'queued' } });

    // The previous reviewer may be given it, and its next verdict is not questioned by what was before it.
    const work = await take(reviewer);
    expect(work.claim).toMatchObject({ id, reReview: { causes: [cause] } });
    const settled = (await decide(reviewer, work.assignment, { rating: 'mixed' })).body.claim;
    expect(settled).toMatchObject({ status: 'decided', reReview: null, verdict: { round: 2 } });
    await searched();
    expect((await read(id)).status).toBe('decided');
    expect(await told()).toHaveLength(1);
  });

  it('is left alone by what does not put its verdict in question', async () => {
    const { id, from, item } = await decided();
    const other = await record(factChecker, id, 'confirms');
    await record(factChecker, id, 'questions');
    await record(factChecker, id, 'evades', from);
    await editor.post(`/statements/${other.id}/strike`, { reason: 'Twice.' });
    const context = await factChecker.post(`/claims/${id}/evidence`, {
      kind: 'page',
      url: 'https://example.org/about',
      bearing: 'context',
    });
    await factChecker.post(`/evidence/${context.body.id}/gone`, { reason: 'Gone.' });
    await factChecker.patch(`/sources/${from.id}`, { notes: 'Speaks on Mondays.' }, '*');
    for (const reliability of ['C', 'A']) {
      await factChecker.post(`/sources/${from.id}/grades`, {
        reliability,
        reason: 'Better than we thought.',
      });
    }
    const stranger = await source(factChecker);
    await factChecker.patch(`/sources/${stranger.id}`, { party: 'East' }, '*');
    await searched();
    expect(await read(id)).toMatchObject({ status: 'decided', reReview: null });
    // What supports it counts though nobody cited it.
    await factChecker.post(`/evidence/${item.id}/gone`, { reason: 'Gone.' });
    await searched();
    expect((await read(id)).reReview.causes).toMatchObject([{ kind: 'evidence_gone', evidenceId: item.id }]);
  });

  it('returns when the place of its source comes from another one that is re-placed', async () => {
    const ministry = await source(factChecker);
    const office = await source(factChecker, { parentId: ministry.id });
    const independent = await source(factChecker, { parentId: ministry.id, party: 'Own' });
    const ids = [];
    for (const from of [office, independent]) {
      const { id } = await claim(factChecker);
      await record(factChecker, id, 'confirms', from);
      await move(factChecker, id, { to: 'queued' });
      await decide(reviewer, (await take(reviewer)).assignment);
      ids.push(id);
    }
    await factChecker.patch(`/sources/${ministry.id}`, { party: 'North' }, '*');
    await searched();
    expect((await read(ids[0])).reReview).toMatchObject({ causes: [{ sourceId: ministry.id }] });
    expect((await read(ids[1])).reReview).toBeNull();
  });

  it('gets what comes while it is under re-review added, without a second round, also on hold and in adjudication', async () => {
    const { id } = await decided();
    const first = await record(factChecker, id, 'denies');
    await searched();
    const { assignment } = await take(reviewer);
    const second = await record(factChecker, id, 'denies');
    await searched();
    await move(editor, id, { to: 'on_hold' });
    const third = await record(factChecker, id, 'denies');
    await searched();
    const { reReview, status } = await read(id);
    expect(status).toBe('on_hold');
    expect(reReview.causes.map(({ statementId }: Json) => statementId)).toEqual([
      first.id,
      second.id,
      third.id,
    ]);
    expect((await told()).map(({ type, data }: Json) => [type, data.cause.statementId, data.round])).toEqual([
      ['claim.re-review-opened', first.id, 2],
      ['claim.re-review-extended', second.id, 2],
      ['claim.re-review-extended', third.id, null],
    ]);
    expect((await roundsOf(id)).map(({ state }: Json) => state)).toEqual(['cancelled', 'settled']);
    expect((await decide(reviewer, assignment)).status).toBe(409);

    // Queued again it is the same re-review: the new round looks into all of them.
    await move(editor, id, { to: 'queued' });
    const fourth = await record(factChecker, id, 'denies');
    await searched();
    const all = [first, second, third, fourth].map((statement) => statement.id);
    const causesOf = (round: Json) => round.causes.map(({ statementId }: Json) => statementId);
    expect((await roundsOf(id)).map(causesOf)).toEqual([all, all.slice(0, 2), []]);
    await decide(reviewer, (await take(reviewer)).assignment);
    await record(factChecker, id, 'denies');
    await searched();
    expect((await roundsOf(id)).map((round: Json) => causesOf(round).length)).toEqual([1, 4, 2, 0]);
  });

  it('is shown at a past moment with the causes that were known then, and no others ever after', async () => {
    const { id } = await decided();
    await record(factChecker, id, 'denies');
    await searched();
    const opened = await read(id);
    await record(factChecker, id, 'denies');
    await searched();
    const [first, second] = (await read(id)).reReview.causes;
    const [extended] = await told('claim.re-review-extended');
    const causesAt = async (asOf: string) =>
      (await factChecker.get(`/claims/${id}?asOf=${asOf}`)).body.reReview?.causes ?? null;
    expect(await causesAt(first.at)).toBeNull();
    expect(await causesAt(opened.updatedAt)).toEqual([first]);
    // It was on the record, and the machine had not come to it yet.
    expect(await causesAt(second.at)).toEqual([first]);
    expect(await causesAt(extended.at)).toEqual([first, second]);
  });

  it('is not questioned by what was on its record before the verdict, though it is looked at later', async () => {
    const { id } = await claim(factChecker);
    await record(factChecker, id, 'asserts');
    const queueId = await queueOfTwo(editor);
    await move(factChecker, id, { to: 'queued', queueId });
    await decide(reviewer, (await take(reviewer, queueId)).assignment);
    await record(factChecker, id, 'denies');
    const another = await workspace.client('reviewer', 'another');
    await decide(another, (await take(another, queueId)).assignment);
    await searched();
    expect(await read(id)).toMatchObject({ status: 'decided', reReview: null });
    expect(await told()).toEqual([]);
  });

  it('is reviewed again or has been decided on with it when a denial comes in the moment of the decision', async () => {
    for (let i = 0; i < 8; i++) {
      const { id } = await queuedClaim(factChecker);
      const { assignment } = await take(reviewer);
      const [denial, decision] = await Promise.all([
        record(factChecker, id, 'denies'),
        decide(reviewer, assignment),
      ]);
      expect(decision.status).toBe(200);
      await searched();
      const { status, verdict, reReview } = await read(id);
      const [{ version }] = await sql(
        workspace.desk,
        'select claim_version as version from statements where id = $1',
        [denial.id],
      );
      if (version > verdict.claimVersion) {
        expect([status, reReview.causes.length]).toEqual(['queued', 1]);
        await move(editor, id, { to: 'closed', reason: 'withdrawn' });
      } else expect([status, reReview]).toEqual(['decided', null]);
    }
  });

  it('is sent back once though several search in the same moment', async () => {
    const { id } = await decided({ statement: true });
    await record(factChecker, id, 'denies');
    await Promise.all(Array.from({ length: 8 }, searched));
    expect(await told()).toHaveLength(1);
    expect(await roundsOf(id)).toHaveLength(2);
  });

  it('returns when its verdict is older than the policy allows, and again when the next one is', async () => {
    const { id } = await decided();
    const { id: young } = await decided();
    const age = () =>
      sql(workspace.desk, `update claims set verdict_at = verdict_at - interval '31 days' where id = $1`, [
        id,
      ]);
    await age();
    await search();
    expect((await read(id)).status).toBe('decided');
    await admin.patch('/policy', { reReviewAfterDays: 30 }, '*');
    await eventually(
      () => read(id),
      ({ status }) => status === 'queued',
    );
    await search();
    expect((await read(id)).reReview.causes).toMatchObject([{ kind: 'age', statementId: null }]);
    expect((await read(young)).status).toBe('decided');
    await decide(reviewer, (await take(reviewer)).assignment);
    await search();
    expect((await read(id)).status).toBe('decided');
    await age();
    await search();
    expect((await read(id)).reReview.causes).toMatchObject([{ kind: 'age' }]);
    expect((await told()).map(({ data }: Json) => [data.cause.kind, data.verdictRound])).toEqual([
      ['age', 1],
      ['age', 2],
    ]);
  });

  it('says when an editor asked for the re-review, and why', async () => {
    const { id } = await decided();
    const moved = await move(editor, id, { to: 'queued', reason: 'A reader has doubts.' });
    expect(moved.body.reReview).toMatchObject({ causes: [{ kind: 'editor', note: 'A reader has doubts.' }] });
    expect(await told()).toMatchObject([
      {
        type: 'claim.re-review-opened',
        actor: { type: 'member' },
        reason: 'A reader has doubts.',
        data: { cause: { kind: 'editor' }, round: 2 },
      },
    ]);
    // In question until there is another verdict, wherever it goes meanwhile.
    expect((await move(factChecker, id, { to: 'triage' })).body.reReview.causes).toHaveLength(1);
    expect((await move(factChecker, id, { to: 'closed', reason: 'withdrawn' })).body.reReview).toBeNull();
    await record(factChecker, id, 'denies');
    await searched();
    expect(await read(id)).toMatchObject({ status: 'closed', reReview: null });
  });
});
