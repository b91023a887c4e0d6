import { type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { decide, record, take } from './reviewing.js';

/** What was said, by whom, to bring about each status; every source is of a party of its own. */
const RECORDS: Record<string, string> = {
  corroborated: 'A asserts, B confirms',
  denied: 'A denies',
  retracted: 'A asserts, A retracts',
  contested: 'A asserts, B denies',
  single_source: 'A asserts',
  unsourced: '',
};

describe('a decision and the record', () => {
  let factChecker: Client;
  let reviewer: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
  });

  it.each([
    ['corroborated', 'false'],
    ['corroborated', 'mostly_false'],
    ['corroborated', 'misleading'],
    ['denied', 'true'],
    ['denied', 'mostly_true'],
    ['retracted', 'true'],
  ])('against a %s claim, as %s, must say why, and both are shown', async (status, rating) => {
    const assignment = await takeOneThatIs(status);

    for (const overrideReason of [undefined, null]) {
      const refused = await decide(reviewer, assignment, { rating, overrideReason });
      expect([refused.status, refused.body.errors?.[0].path]).toEqual([400, 'overrideReason']);
      expect(refused.body.errors[0].message).toContain(status);
    }
    const given = await decide(reviewer, assignment, { rating, overrideReason: 'A leaked order says so.' });
    expect(given.body.claim).toMatchObject({
      corroboration: { status },
      verdict: { rating, corroboration: status, overrideReason: 'A leaked order says so.' },
    });
  });

  it.each([
    ['corroborated', 'true'],
    ['corroborated', 'mixed'],
    ['denied', 'false'],
    ['retracted', 'unverifiable'],
    ['contested', 'false'],
    ['single_source', 'misleading'],
    ['unsourced', 'true'],
  ])('on a %s claim, as %s, needs no such reason', async (status, rating) => {
    const decided = await decide(reviewer, await takeOneThatIs(status), { rating });
    expect(decided.body.claim.verdict).toMatchObject({ rating, overrideReason: null });
  });

  it('keeps such a reason also where it is not needed', async () => {
    const overrideReason = 'For the record.';
    const decided = await decide(reviewer, await takeOneThatIs('unsourced'), { overrideReason });
    expect(decided.body.claim.verdict).toMatchObject({ overrideReason, corroboration: 'unsourced' });
  });

  async function takeOneThatIs(status: string): Promise<Json> {
    const { id } = await queuedClaim(factChecker);
    const sources = new Map<string, Json>();
    for (const said of RECORDS[status]!.split(', ').filter(Boolean)) {
      const [name, stance] = said.split(' ') as [string, string];
      if (!sources.has(name)) sources.set(name, await source(factChecker, { party: `Party ${name}` }));
      await record(factChecker, id, stance, sources.get(name));
    }
    const { assignment, claim } = await take(reviewer);
    expect(claim.corroboration.status).toBe(status);
    return assignment;
  }
});
