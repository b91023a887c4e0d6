import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, everyEvent, everyItem, faults, say } from './steps.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('claims', () => {
  let by: Client;

  beforeEach(async () => {
    by = await Workspace.open().client('fact_checker');
  });

  const full = async (): Promise<Json> => ({
    externalId: 'desk-17',
    text: 'У Курській області є солдати КНДР. 🪖',
    language: 'uk',
    topics: ['ukraine-war', 'DPRK'],
    eventTime: '2024-10-23',
    place: 'Kursk region, Russia',
    appearances: [
      { url: 'https://news.example/one', publishedAt: '2024-10-24' },
      { url: 'https://news.example/two', publishedAt: '2024-10-24T10:00:00.000Z' },
      { url: 'https://news.example/three', publishedAt: null },
    ],
    claimantId: (await source(by)).id,
    quantity: { min: 3000, max: null, unit: 'soldiers' },
    priority: 9,
    dueAt: '2030-01-01T12:00:00.000Z',
  });

  it('keep what was entered, and are read back as they were answered', async () => {
    const entered = await full();
    const answer = await by.post('/claims', entered);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...entered,
      status: 'triage',
      verdict: null,
      version: 1,
      leases: [],
    });
    const read = await by.get(`/claims/${answer.body.id}`);
    expect(read.body).toEqual(answer.body);
    expect(read.headers.get('etag')).toBe('"1"');
    expect((await done(by.get('/claims'))).items).toEqual([answer.body]);
  });

  it('need no more than a text and its language', async () => {
    const answer = await by.post('/claims', { text: 'It rained.', language: 'en' });
    expect(answer.body).toMatchObject({
      externalId: null,
      topics: [],
      eventTime: null,
      place: null,
      appearances: [],
      claimantId: null,
      quantity: null,
      priority: 4,
      dueAt: null,
      corroboration: { status: 'unsourced', support: 0, oppose: 0, divided: 0 },
    });
  });

  it('conflict by externalId, within one workspace, and by nothing else', async () => {
    const text = 'The same sentence.';
    const first = await claim(by, { text, externalId: 'desk-1' });
    const refused = await by.post('/claims', { text: 'Another one.', language: 'en', externalId: 'desk-1' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'claim.duplicate' } });
    const again = await claim(by, { text });
    expect(again.id).not.toBe(first.id);
    await claim(by, { text, externalId: 'DESK-1' });
    await claim(await Workspace.open().client('fact_checker'), { text, externalId: 'desk-1' });

    const renamed = await by.patch(`/claims/${again.id}`, { externalId: 'desk-1' }, 1);
    expect(renamed).toMatchObject({ status: 409, body: { code: 'claim.duplicate' } });
    await change(by, `/claims/${first.id}`, { externalId: null });
    expect(await change(by, `/claims/${again.id}`, { externalId: 'desk-1' })).toMatchObject({ version: 2 });
    expect(await everyItem(by, '/claims')).toHaveLength(3);
  });

  it('are entered once when eight enter one externalId at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => by.post('/claims', { text: 'x', language: 'en', externalId: 'one' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'claim.duplicate')).toHaveLength(7);
    expect((await done(by.get('/stats/claims'))).total).toBe(1);
    expect(await everyEvent(by, { type: 'claim.submitted' })).toHaveLength(1);
  });

  it('are changed by whoever read them last', async () => {
    const { id } = await claim(by, { text: 'Before' });
    const path = `/claims/${id}`;
    const missing = await by.request('PATCH', path, { body: { text: 'After' } });
    expect(missing).toMatchObject({ status: 428, body: { code: 'version.required' } });
    const changed = await by.patch(path, { text: 'After' }, 1);
    expect(changed).toMatchObject({ status: 200, body: { text: 'After', version: 2 } });
    expect(changed.headers.get('etag')).toBe('"2"');
    for (const version of [1, 3, 'W/"2"']) {
      const stale = await by.patch(path, { text: 'Later' }, version);
      expect(stale).toMatchObject({ status: 412, body: { code: 'version.stale', currentVersion: 2 } });
    }
    expect((await by.patch(path, { text: 'Whatever' }, '*')).body).toMatchObject({
      text: 'Whatever',
      version: 3,
    });
    const race = await Promise.all(
      Array.from({ length: 8 }, (_, i) => by.patch(path, { text: `Race ${i}` }, 3)),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    expect((await by.patch(`/claims/${NOBODY}`, { text: 'x' }, 1)).status).toBe(404);
  });

  it('tell what was entered, and before and after of every change', async () => {
    const entered = await full();
    const { id } = await done(by.post('/claims', entered));
    const changes = {
      externalId: 'desk-18',
      text: 'Two.',
      language: 'en',
      topics: ['dprk'],
      eventTime: '2024-10-23T10:00:00.000Z',
      place: null,
      appearances: [],
      claimantId: null,
      quantity: { min: null, max: 12000, unit: 'soldiers' },
      priority: 0,
      dueAt: null,
    };
    await done(by.patch(`/claims/${id}`, changes, 1));
    const [submitted, updated, ...more] = await everyItem(by, `/claims/${id}/history`);
    expect(more).toEqual([]);
    const { id: actorId } = await done(by.get('/me'));
    expect(submitted).toMatchObject({
      type: 'claim.submitted',
      actor: { type: 'member', id: actorId, name: 'fact_checker' },
      claimId: id,
      data: { claim: { ...entered, status: 'triage', corroboration: { status: 'unsourced' } } },
    });
    expect(updated).toMatchObject({ type: 'claim.updated', actor: { id: actorId }, claimId: id });
    expect(updated.data.changes).toEqual({
      ...Object.fromEntries(
        Object.entries(changes).map(([field, to]) => [field, { from: entered[field], to }]),
      ),
      claimantGiven: { from: true, to: false },
    });
  });

  it('stay as they are when a change changes nothing', async () => {
    const { id, version: _version, updatedAt: _updatedAt, ...before } = await claim(by, await full());
    const { text, topics, eventTime, appearances, claimantId, quantity, dueAt } = before;
    const same = { text, topics, eventTime, appearances, claimantId, quantity, dueAt };
    expect(await done(by.patch(`/claims/${id}`, same, 1))).toMatchObject({ ...before, version: 1 });
    expect(await done(by.patch(`/claims/${id}`, {}, 1))).toMatchObject({ version: 1 });
    expect(await everyEvent(by, { type: 'claim.updated' })).toEqual([]);
  });

  it('keep the precision of the time they tell of', async () => {
    for (const [eventTime, kept] of [
      ['2024-10-23', '2024-10-23'],
      ['2024-02-29', '2024-02-29'],
      ['2024-10-23T00:00:00Z', '2024-10-23T00:00:00.000Z'],
      ['2024-10-23T01:00:00+03:00', '2024-10-22T22:00:00.000Z'],
      ['1941-06-22', '1941-06-22'],
      [null, null],
    ]) {
      const { id } = await claim(by, { eventTime });
      expect((await done(by.get(`/claims/${id}`))).eventTime).toBe(kept);
      expect((await change(by, `/claims/${id}`, { eventTime: '2020-01-01' })).eventTime).toBe('2020-01-01');
      expect((await change(by, `/claims/${id}`, { eventTime })).eventTime).toBe(kept);
    }
  });

  it('hold each topic once, as it was first written', async () => {
    const { id, topics } = await claim(by, {
      topics: ['Kursk', 'kursk', ' KURSK ', 'Ｋｕｒｓｋ', 'DPRK', 'Kursk'],
    });
    expect(topics).toEqual(['Kursk', 'DPRK']);
    expect((await change(by, `/claims/${id}`, { topics: ['straße', 'STRASSE'] })).topics).toEqual(['straße']);
    for (const topic of ['straße', 'Strasse', ' STRASSE']) {
      const found = await done(by.get(`/claims?topic=${encodeURIComponent(topic)}`));
      expect(found.items.map((item: Json) => item.id)).toEqual([id]);
      expect((await done(by.get(`/stats/claims?topic=${encodeURIComponent(topic)}`))).total).toBe(1);
    }
    expect((await done(by.get('/claims?topic=kursk'))).items).toEqual([]);
    expect((await done(by.get('/stats/claims?topic=kursk'))).total).toBe(0);
  });

  it('are refused with the path of what is wrong', async () => {
    const valid = { text: 'A claim.', language: 'en' };
    const foreign = await source(await Workspace.open().client('fact_checker'));
    const refused: [object, string][] = [
      [{ language: 'en' }, 'text'],
      [{ text: 'x' }, 'language'],
      [{ ...valid, text: ' \n' }, 'text'],
      [{ ...valid, text: 'x'.repeat(10_001) }, 'text'],
      [{ ...valid, language: 'english language' }, 'language'],
      [{ ...valid, topics: ['a', ' '] }, 'topics'],
      [{ ...valid, topics: Array.from({ length: 51 }, (_, i) => `t${i}`) }, 'topics'],
      [{ ...valid, eventTime: '2023-02-29' }, 'eventTime'],
      [{ ...valid, eventTime: '2024-10-23T10:00:00' }, 'eventTime'],
      [{ ...valid, appearances: [{ url: 'javascript:alert(1)' }] }, 'appearances.0.url'],
      [{ ...valid, claimantId: foreign.id }, 'claimantId'],
      [{ ...valid, claimantId: NOBODY }, 'claimantId'],
      [{ ...valid, quantity: { unit: 'soldiers' } }, 'quantity'],
      [{ ...valid, quantity: { min: 2, max: 1, unit: 'soldiers' } }, 'quantity.min'],
      [{ ...valid, quantity: { min: 1 } }, 'quantity.unit'],
      [{ ...valid, quantity: [] }, 'quantity'],
      [{ ...valid, priority: 10 }, 'priority'],
      [{ ...valid, priority: 1.5 }, 'priority'],
      [{ ...valid, dueAt: '2030-01-01' }, 'dueAt'],
      [{ ...valid, status: 'decided' }, 'status'],
      [{ ...valid, corroboration: 'corroborated' }, 'corroboration'],
    ];
    for (const [body, path] of refused) {
      const answer = faults(await by.post('/claims', body));
      expect({ body, status: answer.status, paths: [...new Set(answer.paths)] }).toEqual({
        body,
        status: 400,
        paths: [path],
      });
    }
    const { id } = await claim(by);
    for (const [body, path] of [
      [{ quantity: { min: 2, max: 1, unit: 'x' } }, 'quantity.min'],
      [{ claimantId: foreign.id }, 'claimantId'],
      [{ text: null }, 'text'],
      [{ version: 3 }, 'version'],
    ] as const) {
      expect(faults(await by.patch(`/claims/${id}`, body, 1))).toEqual({ status: 400, paths: [path] });
    }
    expect(await everyItem(by, '/claims')).toMatchObject([{ id, version: 1 }]);
  });

  it('are not found in another workspace', async () => {
    const { id } = await claim(by);
    const stranger = await Workspace.open().client('admin');
    for (const path of ['', '/statements', '/evidence', '/corroboration', '/history', '/history/verify']) {
      expect((await stranger.get(`/claims/${id}${path}`)).status).toBe(404);
    }
    const { id: sourceId } = await source(stranger);
    expect((await stranger.post(`/claims/${id}/statements`, { sourceId, stance: 'asserts' })).status).toBe(
      404,
    );
    expect((await stranger.patch(`/claims/${id}`, { text: 'x' }, 1)).status).toBe(404);
    const said = await say(by, id, (await source(by)).id, 'asserts');
    expect((await stranger.get(`/statements/${said.id}`)).status).toBe(404);
    expect((await stranger.post(`/statements/${said.id}/strike`, { reason: 'x' })).status).toBe(404);
  });
});
