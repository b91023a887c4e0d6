import { type Client, Workspace } from './setup/workspace.js';

describe('one claim from end to end', () => {
  let factChecker: Client;
  let reviewer: Client;

  beforeAll(async () => {
    const workspace = Workspace.open();
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
  });

  it('goes from its first statement to a verdict as the documented example says', async () => {
    const gur = await factChecker.post('/sources', {
      name: 'GUR',
      kind: 'intelligence_service',
      party: 'Ukraine',
      country: 'UA',
    });
    expect(gur.status).toBe(201);
    const pyongyang = await factChecker.post('/sources', {
      name: "Pyongyang's representative at the UN",
      kind: 'government',
      party: 'DPRK',
    });
    expect(pyongyang.status).toBe(201);

    const entered = await factChecker.post('/claims', {
      text: "North Korean army units have arrived in the combat zone in Russia's Kursk region.",
      language: 'en',
      topics: ['ukraine-war'],
      eventTime: '2024-10-23',
      place: 'Kursk region, Russia',
      priority: 5,
      statement: {
        sourceId: gur.body.id,
        stance: 'asserts',
        saidAt: '2024-10-24T10:00:00Z',
        basis: 'intelligence',
      },
    });
    expect(entered.status).toBe(201);
    expect(entered.headers.get('etag')).toBe('"1"');
    expect(entered.body).toMatchObject({
      status: 'triage',
      corroboration: { status: 'single_source', support: 1, oppose: 0 },
      verdict: null,
      version: 1,
      allowedTransitions: ['queued', 'on_hold', 'closed'],
    });
    const claimId = entered.body.id;

    const denial = await factChecker.post(`/claims/${claimId}/statements`, {
      sourceId: pyongyang.body.id,
      stance: 'denies',
      quote: 'baseless rumor',
      saidAt: '2024-10-24T12:00:00Z',
    });
    expect(denial.status).toBe(201);

    const { items: statements } = (await factChecker.get(`/claims/${claimId}/statements`)).body;
    const corroboration = await factChecker.get(`/claims/${claimId}/corroboration`);
    expect(corroboration.status).toBe(200);
    expect(corroboration.body).toMatchObject({
      claimId,
      status: 'contested',
      rule: 'origins/1',
      threshold: 2,
      support: 1,
      oppose: 1,
      divided: 0,
      partial: 0,
      origins: [
        {
          party: 'Ukraine',
          vote: 'support',
          partial: false,
          unaffiliated: false,
          sources: [gur.body.id],
          statements: [statements[0].id],
        },
        { party: 'DPRK', vote: 'oppose', sources: [pyongyang.body.id], statements: [denial.body.id] },
      ],
      excluded: [],
      replaced: [],
      quantities: [],
      unplacedSources: [],
      stale: false,
      summary: '1 independent origin supports, 1 opposes.',
    });

    const queued = await factChecker.post(`/claims/${claimId}/transitions`, { to: 'queued' }, { ifMatch: 2 });
    expect(queued.status).toBe(200);
    expect(queued.body).toMatchObject({ id: claimId, status: 'queued', version: 3 });

    const taken = await reviewer.post('/reviews/next', {});
    expect(taken.status).toBe(200);
    expect(taken.body).toMatchObject({
      assignment: { claimId, state: 'leased', round: 1, slot: 1, lease: { token: 1 } },
      claim: { id: claimId, status: 'in_review' },
    });
    const assignment = `/assignments/${taken.body.assignment.id}`;

    const decided = await reviewer.post(`${assignment}/decision`, {
      token: 1,
      rating: 'unverifiable',
      confidence: 'moderate',
      rationale: 'One origin says so, one denies it; no imagery yet.',
      citedStatements: [statements[0].id, denial.body.id],
    });
    expect(decided.status).toBe(200);
    expect(decided.body).toMatchObject({
      assignment: { state: 'submitted' },
      claim: { status: 'decided', verdict: { rating: 'unverifiable', confidence: 'moderate' } },
    });

    const renewed = await reviewer.post(`${assignment}/renew`, { token: 1 });
    expect(renewed.status).toBe(409);
    expect(renewed.headers.get('content-type')).toMatch('application/problem+json');
    expect(renewed.body.code).toBe('assignment.closed');

    const counts = await factChecker.get('/stats/claims');
    expect(counts.status).toBe(200);
    expect(counts.body).toMatchObject({
      total: 1,
      byStatus: {
        triage: 0,
        queued: 0,
        in_review: 0,
        adjudication: 0,
        decided: 1,
        published: 0,
        on_hold: 0,
        closed: 0,
      },
    });
    const again = await factChecker.get('/stats/claims', { 'if-none-match': counts.headers.get('etag')! });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
  });
});
