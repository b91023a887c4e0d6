import { randomUUID } from 'node:crypto';
import { type Client, type Json, claim as enter, queuedClaim, Workspace } from '../setup/workspace.js';
import { addEvidence, decide, idOf, record, sql, take, traces } from './reviewing.js';

const RATINGS = ['false', 'mostly_false', 'mixed', 'mostly_true', 'true', 'misleading', 'unverifiable'];

describe('a decision', () => {
  let factChecker: Client;
  let editor: Client;
  let reviewer: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
    reviewer = await workspace.client('reviewer');
  });

  it('that is the last of its round settles it: verdict and events in one transaction, and the feed tells', async () => {
    const { id } = await queuedClaim(factChecker);
    const statement = await record(factChecker, id, 'asserts');
    const item = await addEvidence(factChecker, id);
    const { assignment, claim } = await take(reviewer);

    const decided = await decide(reviewer, assignment, {
      rating: 'mostly_true',
      confidence: 'high',
      rationale: 'The photograph shows it.',
      citedStatements: [statement.id],
      citedEvidence: [item.id.toUpperCase()],
      claimVersion: claim.version,
    });

    expect(decided.status).toBe(200);
    expect(decided.body.assignment).toMatchObject({ id: assignment.id, state: 'submitted' });
    const verdict = {
      rating: 'mostly_true',
      polarity: 'supports',
      confidence: 'high',
      rationale: 'The photograph shows it.',
      citedStatements: [statement.id],
      citedEvidence: [item.id],
      overrideReason: null,
      corroboration: 'single_source',
      selfReviewed: false,
      round: 1,
    };
    const { version } = claim;
    expect(decided.body.claim).toMatchObject({
      id,
      status: 'decided',
      version: version + 1,
      verdict,
      leases: [],
    });
    expect((await factChecker.get(`/claims/${id}`)).body).toMatchObject({ status: 'decided', verdict });
    await expectTold(id, assignment, verdict);
  });

  it('by a rating that the scale does not have is refused, with the scale', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const before = await traces(reviewer.desk, id);
    const answer = await decide(reviewer, assignment, { rating: 'probably' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: 'rating', message: `must be one of: ${RATINGS.join(', ')}` },
    ]);
    expect(await traces(reviewer.desk, id)).toEqual(before);
  });

  it.each([
    ['confidence', 'certain'],
    ['rationale', '  '],
    ['token', 0],
    ['token', '1'],
    ['citedStatements', ['that one']],
    ['claimVersion', 0],
    ['claimVersion', 99],
    ['overrideReason', ''],
  ])('with %s = %j is refused with the path', async (field, value) => {
    await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const answer = await decide(reviewer, assignment, { [field]: value });
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, field]);
    expect((await decide(reviewer, assignment)).status).toBe(200);
  });

  it('cites only statements that stand, and evidence, of its own claim', async () => {
    const { id } = await queuedClaim(factChecker);
    const elsewhere = (await enter(factChecker)).id;
    const good = await record(factChecker, id, 'asserts');
    const struck = await record(factChecker, id, 'denies');
    await editor.post(`/statements/${struck.id}/strike`, { reason: 'Recorded on the wrong claim.' });
    const foreign = {
      statement: await record(factChecker, elsewhere, 'asserts'),
      item: await addEvidence(factChecker, elsewhere),
    };
    const { assignment } = await take(reviewer);
    const before = await traces(reviewer.desk, id);

    for (const bad of [struck.id, foreign.statement.id, randomUUID()]) {
      const answer = await decide(reviewer, assignment, { citedStatements: [good.id, bad] });
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'citedStatements.1']);
    }
    for (const bad of [foreign.item.id, good.id, randomUUID()]) {
      const answer = await decide(reviewer, assignment, { citedEvidence: [bad] });
      expect([answer.status, answer.body.errors?.[0].path]).toEqual([400, 'citedEvidence.0']);
    }
    expect(await traces(reviewer.desk, id)).toEqual(before);
    const cited = await decide(reviewer, assignment, { citedStatements: [good.id, good.id] });
    expect(cited.body.claim.verdict.citedStatements).toEqual([good.id]);
  });

  it('on ground that has changed is refused and told exactly what came since', async () => {
    const { id } = await queuedClaim(factChecker);
    const [old, laterStruck] = [
      await record(factChecker, id, 'asserts'),
      await record(factChecker, id, 'confirms'),
    ];
    const [oldItem, laterGone] = [await addEvidence(factChecker, id), await addEvidence(factChecker, id)];
    const { assignment, claim } = await take(reviewer);

    const added = await record(factChecker, id, 'questions');
    await editor.post(`/statements/${laterStruck.id}/strike`, { reason: 'Said by somebody else.' });
    const addedItem = await addEvidence(factChecker, id);
    await factChecker.post(`/evidence/${laterGone.id}/gone`, { reason: 'The page was taken down.' });
    const present = (await factChecker.get(`/claims/${id}`)).body.version;
    const before = await traces(reviewer.desk, id);

    const refused = await decide(reviewer, assignment, { claimVersion: claim.version });

    expect([refused.status, refused.body.code]).toEqual([409, 'decision.ground_changed']);
    expect(refused.body.statements).toEqual([laterStruck.id, added.id]);
    expect(refused.body.evidence).toEqual([laterGone.id, addedItem.id]);
    expect(JSON.stringify(refused.body)).not.toMatch(`${old.id}|${oldItem.id}`);
    expect(await traces(reviewer.desk, id)).toEqual(before);
    expect((await decide(reviewer, assignment, { claimVersion: present })).status).toBe(200);
  });

  it('is not stopped by changes that are no ground, nor by any change when it names no version', async () => {
    const { id } = await queuedClaim(factChecker);
    const { assignment, claim } = await take(reviewer);
    await factChecker.request('PATCH', `/claims/${id}`, { body: { place: 'Kursk' }, ifMatch: '*' });
    expect((await decide(reviewer, assignment, { claimVersion: claim.version })).status).toBe(200);

    const second = await queuedClaim(factChecker);
    const lease = (await take(reviewer)).assignment;
    await record(factChecker, second.id, 'denies');
    expect((await decide(reviewer, lease)).status).toBe(200);
  });

  async function expectTold(claimId: string, assignment: Json, verdict: Json): Promise<void> {
    const { items } = (await factChecker.get('/events?limit=200')).body;
    const told = items.filter((event: Json) => event.claimId === claimId).slice(-3);
    const by = { type: 'member', id: await idOf(reviewer), name: 'reviewer' };
    const { rating, confidence, rationale, citedStatements, citedEvidence } = verdict;
    expect(told).toMatchObject([
      {
        type: 'decision.submitted',
        actor: by,
        subject: { type: 'assignment', id: assignment.id },
        data: { rating, confidence, rationale, citedStatements, citedEvidence },
      },
      {
        type: 'round.settled',
        actor: by,
        data: { rating, decisions: [{ memberId: by.id, rating, rationale }] },
      },
      { type: 'claim.transitioned', actor: by, data: { from: 'in_review', to: 'decided' } },
    ]);
    expect(told[2].data.changes.verdict).toMatchObject({ from: null, to: verdict });
    await expectOneTransaction(
      claimId,
      told.map((event: Json) => event.id),
    );
    expect((await factChecker.get(`/claims/${claimId}/history/verify`)).body).toMatchObject({ whole: true });
  }

  /** Every row says which transaction wrote it. */
  async function expectOneTransaction(claimId: string, eventIds: string[]): Promise<void> {
    const writers = await sql(
      reviewer.desk,
      `select xmin::text from events where id = any($2::uuid[])
       union select xmin::text from claims where id = $1
       union select xmin::text from decisions where claim_id = $1
       union select xmin::text from assignments where claim_id = $1
       union select xmin::text from rounds where claim_id = $1
       union select xmin::text from slots where claim_id = $1`,
      [claimId, eventIds],
    );
    expect(writers).toHaveLength(1);
  }
});
