import { randomUUID } from 'node:crypto';
import {
  claim as enter,
  type Client,
  type Json,
  queuedClaim,
  source,
  Workspace,
} from '../setup/workspace.js';
import { move, queue, take } from './reviewing.js';

const NOTHING = { topics: [], languages: [], parties: [], sources: [], corroboration: [], minPriority: null };

describe('routing rules', () => {
  let editor: Client;
  let factChecker: Client;
  let reviewer: Client;
  let frontDesk: string;
  let queueId: string;

  beforeEach(async () => {
    const workspace = Workspace.open();
    editor = await workspace.client('editor');
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    frontDesk = (await editor.get('/queues')).body.items[0].id;
    queueId = (await queue(editor)).id;
  });

  async function put(rules: Json[], ifMatch: number | string = '*'): Promise<Json> {
    const answer = await editor.put('/routing-rules', { rules }, ifMatch);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const from = (sourceId: string) => ({ statement: { sourceId, stance: 'asserts' } });

  it('are none from the start, and are replaced whole at the version that was read', async () => {
    const first = await reviewer.get('/routing-rules');
    expect(first.body).toEqual({ rules: [], validFrom: expect.any(String), version: 1 });
    expect(first.headers.get('etag')).toBe('"1"');
    const rules = [
      { when: { ...NOTHING, topics: ['Elections'], minPriority: 7 }, queueId },
      { when: { ...NOTHING, languages: ['uk'], corroboration: ['contested'] }, queueId: frontDesk },
    ];

    const replaced = await editor.put('/routing-rules', { rules }, 1);

    expect(replaced.body).toMatchObject({ rules, version: 2 });
    expect(replaced.headers.get('etag')).toBe('"2"');
    expect((await reviewer.get('/routing-rules')).body).toEqual(replaced.body);
    expect((await editor.put('/routing-rules', { rules }, 2)).body).toEqual(replaced.body);
    const stale = await editor.put('/routing-rules', { rules: [] }, 1);
    expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([412, 'version.stale', 2]);
    const missing = await editor.request('PUT', '/routing-rules', { body: { rules: [] } });
    expect(missing.status).toBe(428);
    expect(await put([], 2)).toMatchObject({ rules: [], version: 3 });
    const { items } = (await editor.get('/events?type=queue.routing-changed')).body;
    expect(items.map(({ data }: Json) => data.changes.rules)).toEqual([
      { from: [], to: rules },
      { from: rules, to: [] },
    ]);
  });

  it('take each version from one of those who replace it at once', async () => {
    const rules = (minPriority: number) => ({ rules: [{ when: { minPriority }, queueId }] });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => editor.put('/routing-rules', rules(n), 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('send a claim to the queue of the first that fits, and the round says which it was', async () => {
    const elections = (await queue(editor)).id;
    await put([
      { when: { topics: ['elections'] }, queueId: elections },
      { when: { languages: ['en'] }, queueId },
    ]);
    const queued = async (fields: Record<string, unknown>) =>
      (await queuedClaim(factChecker, fields)).queueId;
    expect(await queued({ topics: ['Elections'], language: 'en-GB' })).toBe(elections);
    expect(await queued({ topics: ['weather'], language: 'en-GB' })).toBe(queueId);
    expect(await queued({ topics: ['weather'], language: 'uk' })).toBe(frontDesk);
    const { items } = (await editor.get('/events?type=round.opened')).body;
    expect(items.map(({ data }: Json) => [data.queueId, data.routing])).toEqual([
      [elections, { version: 2, rule: 0 }],
      [queueId, { version: 2, rule: 1 }],
      [frontDesk, { version: 2, rule: null }],
    ]);
    expect((await take(reviewer, elections)).claim.topics).toEqual(['Elections']);
  });

  it('do not decide where a queue is named, nor when a hold ends', async () => {
    await put([{ when: {}, queueId }]);
    const { id } = await queuedClaim(factChecker, {}, { queueId: frontDesk });
    await move(factChecker, id, { to: 'on_hold' });
    expect((await move(factChecker, id, { to: 'queued' })).body.queueId).toBe(frontDesk);
    await move(factChecker, id, { to: 'triage' });
    expect((await move(factChecker, id, { to: 'queued' })).body.queueId).toBe(queueId);
    const { items } = (await editor.get('/events?type=round.opened')).body;
    expect(items[0].data.routing).toBeNull();
  });

  it('know whom a source speaks for as it is placed now, by itself or by those above it', async () => {
    const [ukraine, kyiv] = [`Ukraine ${randomUUID()}`, `Kyiv ${randomUUID()}`];
    const ministry = await source(factChecker, { party: ukraine });
    const gur = await source(factChecker, { parentId: ministry.id });
    const { items: parties } = (await editor.get('/parties')).body;
    const party = parties.find(({ name }: Json) => name === ukraine).id;
    await put([{ when: { parties: [party] }, queueId }]);

    const claim = await enter(factChecker, from(gur.id));
    expect((await move(factChecker, claim.id, { to: 'queued' })).body.queueId).toBe(queueId);
    expect((await queuedClaim(factChecker, { claimantId: gur.id })).queueId).toBe(queueId);
    expect((await queuedClaim(factChecker)).queueId).toBe(frontDesk);

    await editor.patch(`/sources/${gur.id}`, { party: kyiv }, '*');
    expect((await queuedClaim(factChecker, from(gur.id))).queueId).toBe(frontDesk);

    const other = (await editor.get('/parties')).body.items.find(({ name }: Json) => name === kyiv).id;
    await editor.post(`/parties/${party}/merge`, { into: other });
    expect((await queuedClaim(factChecker, from(gur.id))).queueId).toBe(queueId);
    expect((await editor.get('/routing-rules')).body.rules[0].when.parties).toEqual([other]);
  });

  it('know the sources of statements that stand, not of those that were struck', async () => {
    const [said, unsaid] = [await source(factChecker), await source(factChecker)];
    await put([{ when: { sources: [said.id] }, queueId }]);
    const claim = await enter(factChecker, from(unsaid.id));
    const statement = await factChecker.post(`/claims/${claim.id}/statements`, {
      sourceId: said.id,
      stance: 'denies',
    });
    await move(factChecker, claim.id, { to: 'queued' });
    expect((await factChecker.get(`/claims/${claim.id}`)).body.queueId).toBe(queueId);
    await editor.post(`/statements/${statement.body.id}/strike`, { reason: 'Said by somebody else.' });
    await move(factChecker, claim.id, { to: 'triage' });
    expect((await move(factChecker, claim.id, { to: 'queued' })).body.queueId).toBe(frontDesk);
  });

  it('look at corroboration and priority as they are when the claim is queued', async () => {
    await put([{ when: { corroboration: ['single_source'], minPriority: 6 }, queueId }]);
    const { id: sourceId } = await source(factChecker, { party: randomUUID() });
    const queued = async (fields: Record<string, unknown>) =>
      (await queuedClaim(factChecker, fields)).queueId;
    expect(await queued({ ...from(sourceId), priority: 6 })).toBe(queueId);
    expect(await queued({ ...from(sourceId), priority: 5 })).toBe(frontDesk);
    expect(await queued({ priority: 9 })).toBe(frontDesk);
  });

  it('can be tried on the newest claims, which changes nothing', async () => {
    await enter(factChecker, { text: 'The oldest.' });
    const long = await enter(factChecker, { text: '😀'.repeat(500), priority: 8 });
    const last = await queuedClaim(factChecker, { text: 'The last.', topics: ['elections'] });
    const before = (await editor.get('/events?limit=200')).body.items.length;
    const rules = [
      { when: { minPriority: 8 }, queueId },
      { when: { topics: ['ELECTIONS'] }, queueId: frontDesk },
    ];

    const tried = await editor.post('/routing-rules/dry-run', { rules });

    expect([tried.status, tried.body.claims.length]).toEqual([200, 3]);
    expect(tried.body.claims).toMatchObject([
      { claimId: last.id, text: 'The last.', rule: 1, queueId: frontDesk },
      { claimId: long.id, text: `${'😀'.repeat(199)}…`, rule: 0, queueId },
      { text: 'The oldest.', rule: null, queueId: frontDesk },
    ]);
    expect(tried.body.byQueue).toEqual([
      { queueId: frontDesk, count: 2 },
      { queueId, count: 1 },
    ]);
    expect((await editor.get('/routing-rules')).body).toMatchObject({ rules: [], version: 1 });
    expect((await editor.get(`/claims/${long.id}`)).body).toEqual(long);
    expect((await editor.get('/events?limit=200')).body.items).toHaveLength(before);
  });

  it('say of the newest claims what then happens to them', async () => {
    const { id: sourceId } = await source(factChecker, { party: randomUUID() });
    const [party] = (await editor.get('/parties')).body.items;
    for (let i = 0; i < 102; i++)
      await enter(factChecker, { priority: i % 10, ...(i % 3 === 0 && from(sourceId)) });
    const rules = [
      { when: { parties: [party.id], minPriority: 5 }, queueId },
      { when: { minPriority: 9 }, queueId },
    ];
    const { claims } = (await editor.post('/routing-rules/dry-run', { rules })).body;
    expect(claims).toHaveLength(100);
    await put(rules);
    for (const { claimId, queueId: foretold } of claims.slice(0, 20))
      expect((await move(factChecker, claimId, { to: 'queued' })).body.queueId).toBe(foretold);
  });

  it.each([
    ['queueId', 'rules.1.queueId', () => ({ when: {}, queueId: randomUUID() })],
    [
      'parties',
      'rules.1.when.parties.1',
      (good: Json) => ({ ...good, when: { parties: [good.party, randomUUID()] } }),
    ],
    ['sources', 'rules.1.when.sources.0', (good: Json) => ({ ...good, when: { sources: [randomUUID()] } })],
    ['topics', 'rules.1.when.topics', (good: Json) => ({ ...good, when: { topics: [' '] } })],
    [
      'languages',
      'rules.1.when.languages',
      (good: Json) => ({ ...good, when: { languages: ['in English'] } }),
    ],
    [
      'corroboration',
      'rules.1.when.corroboration',
      (good: Json) => ({ ...good, when: { corroboration: ['true'] } }),
    ],
    ['minPriority', 'rules.1.when.minPriority', (good: Json) => ({ ...good, when: { minPriority: 10 } })],
    ['unknown', 'rules.1.when.weight', (good: Json) => ({ ...good, when: { weight: 2 } })],
    ['when', 'rules.1.when', (good: Json) => ({ ...good, when: undefined })],
  ])('are refused with the path of what is wrong in %s, also to try', async (_, path, bad) => {
    await source(factChecker, { party: randomUUID() });
    const party = (await editor.get('/parties')).body.items[0].id;
    const { party: _party, ...rule } = bad({ queueId, party });
    const body = { rules: [{ when: {}, queueId }, rule] };
    for (const answer of [
      await editor.put('/routing-rules', body, 1),
      await editor.post('/routing-rules/dry-run', body),
    ]) {
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    }
    expect((await editor.get('/routing-rules')).body.version).toBe(1);
  });

  it('are at most 200', async () => {
    const rules = (count: number) => Array.from({ length: count }, () => ({ when: {}, queueId }));
    expect((await editor.put('/routing-rules', { rules: rules(201) }, 1)).status).toBe(400);
    expect((await put(rules(200))).rules).toHaveLength(200);
  });
});
