import { parse } from 'csv-parse/sync';
import { decided, newsroom, publish, say } from '../publications/decided.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';

describe('an export of claims', () => {
  let workspace: Workspace;
  let checker: Client;
  let editor: Client;

  beforeEach(async () => {
    workspace = Workspace.open();
    checker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
  });

  const exported = (query: string, by = checker) => by.get(`/exports/claims?${query}`);

  async function lines(query = ''): Promise<Json[]> {
    const { status, body, headers } = await exported(`format=ndjson${query}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    return body
      .split('\n')
      .filter(Boolean)
      .map((line: string) => JSON.parse(line));
  }

  async function rows(query = ''): Promise<Json[]> {
    return parse((await exported(`format=csv${query}`)).body as string, { columns: true, bom: true });
  }

  it('holds every field that was filled, its sources with parents and parties, in the form of an import', async () => {
    const state = await source(checker, { name: 'A state', party: 'East', country: 'UA' });
    const service = await source(checker, {
      name: 'Its service',
      kind: 'intelligence_service',
      parentId: state.id,
      urls: ['https://service.example/'],
      wikidataId: 'Q4133390',
      notes: 'Speaks in writing.',
    });
    await checker.post(`/sources/${service.id}/grades`, { reliability: 'C', reason: 'At war.' });
    const agency = await source(checker, { name: 'An agency', kind: 'news_agency' });
    const given = {
      externalId: 'desk-17',
      text: 'They are there.',
      language: 'en',
      topics: ['war', 'kursk'],
      eventTime: '2024-10-23',
      place: 'Kursk',
      appearances: [{ url: 'https://news.example/1', publishedAt: '2024-10-24' }],
      quantity: { min: 3000, max: null, unit: 'soldiers' },
      priority: 7,
      dueAt: '2031-01-01T00:00:00.000Z',
    };
    const { id } = await claim(checker, { ...given, claimantId: service.id });
    const statement = {
      stance: 'asserts',
      saidAt: '2024-10-24T10:00:00.000Z',
      quote: 'Вони там.',
      quoteLanguage: 'uk',
      translation: 'They are there.',
      url: 'https://service.example/1',
      basis: 'intelligence',
      quantity: { min: null, max: 12000, unit: 'soldiers' },
      credibility: 2,
    };
    const said = await say(checker, id, { ...statement, sourceId: service.id, reportedById: agency.id });
    const relay = await say(checker, id, {
      sourceId: agency.id,
      stance: 'confirms',
      basedOnStatementId: said.id,
    });
    const wrong = await say(checker, id, {
      sourceId: agency.id,
      stance: 'denies',
      basedOnSourceId: state.id,
    });
    await editor.post(`/statements/${wrong.id}/strike`, { reason: 'Misread.', replacementId: relay.id });
    const item = {
      kind: 'image',
      url: 'https://images.example/1.jpg',
      bearing: 'supports',
      sha256: 'ab'.repeat(32),
      capturedAt: '2024-10-24T09:00:00.000Z',
      description: 'A field.',
      sensitive: true,
    };
    const evidence = await checker.post(`/claims/${id}/evidence`, item);
    await checker.post(`/evidence/${evidence.body.id}/gone`, { reason: 'Answers 404.' });

    const [line, ...more] = await lines();

    expect(more).toEqual([]);
    const plain = {
      country: null,
      urls: [],
      wikidataId: null,
      notes: '',
      grade: null,
      party: null,
      parent: null,
    };
    expect(line).toEqual({
      ...given,
      claimant: { name: 'Its service' },
      sources: [
        { ...plain, name: 'A state', kind: 'government', party: 'East', country: 'UA' },
        {
          ...plain,
          name: 'Its service',
          kind: 'intelligence_service',
          parent: 'A state',
          urls: ['https://service.example/'],
          wikidataId: 'Q4133390',
          notes: 'Speaks in writing.',
          grade: { reliability: 'C', reason: 'At war.' },
        },
        { ...plain, name: 'An agency', kind: 'news_agency' },
      ],
      statements: [
        expect.objectContaining({
          ...statement,
          ref: said.id,
          source: { name: 'Its service' },
          reportedBy: { name: 'An agency' },
          basedOnStatement: null,
          struck: null,
        }),
        expect.objectContaining({
          source: { name: 'An agency' },
          stance: 'confirms',
          basis: 'relayed',
          basedOnStatement: said.id,
        }),
        expect.objectContaining({
          stance: 'denies',
          basedOnSource: { name: 'A state' },
          struck: { reason: 'Misread.', replacement: relay.id },
        }),
      ],
      evidence: [{ ...item, gone: { reason: 'Answers 404.' } }],
      exported: expect.objectContaining({
        id,
        status: 'triage',
        corroboration: 'single_source',
        verdict: null,
      }),
    });
  });

  it('is NDJSON where no format is asked for', async () => {
    await claim(checker);
    expect((await exported('')).body).toBe((await exported('format=ndjson')).body);
  });

  it('calls confidential sources by their public label, also to those who may see the name', async () => {
    const label = { confidential: true, publicLabel: 'an officer', kind: 'person' };
    const one = await source(editor, {
      ...label,
      name: 'Quagga One',
      notes: 'quagga',
      urls: ['https://quagga.example/'],
    });
    const two = await source(editor, { ...label, name: 'Quagga Two', parentId: one.id });
    const { id } = await claim(editor, { claimantId: two.id });
    for (const { id: sourceId } of [one, two])
      await say(editor, id, { sourceId, stance: 'asserts', url: 'https://quagga.example/said' });

    for (const format of ['ndjson', 'csv']) {
      const { body } = await exported(`format=${format}`, editor);
      expect(JSON.stringify(body).toLowerCase()).not.toContain('quagga');
    }
    const [{ sources, statements, claimant }] = await lines();
    // Two voices stay two.
    expect(sources.map(({ name, parent }: Json) => [name, parent])).toEqual([
      ['an officer', null],
      ['an officer (2)', 'an officer'],
    ]);
    expect(statements.map((said: Json) => said.source.name)).toEqual(['an officer', 'an officer (2)']);
    expect(claimant).toEqual({ name: 'an officer (2)' });
  });

  it('is a table for spreadsheets in which no cell begins a formula', async () => {
    const texts = ['=1+1', '+1', '-1', '@a', '\tx', 'Said: "yes",\nthen no; Київ'];
    for (const text of texts) await claim(checker, { text, place: text });

    const table = await rows();

    expect(table.map(({ text }) => text)).toEqual(
      texts.map((text) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)),
    );
    expect(table.at(-1)).toMatchObject({
      place: texts.at(-1),
      status: 'triage',
      corroboration: 'unsourced',
      rating: '',
    });
    const plain = await (await fetchRaw('format=csv')).arrayBuffer();
    const marked = await (await fetchRaw('format=csv&bom=true')).arrayBuffer();
    expect(Buffer.from(plain).subarray(0, 3).toString('latin1')).toBe('id,');
    expect(Buffer.from(marked).subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(marked.byteLength).toBe(plain.byteLength + 3);
  });

  it('has the claims that the filter leaves in, in the order in which they were entered, however many', async () => {
    const texts = Array.from({ length: 203 }, (_, i) => `Claim ${i}`);
    for (const text of texts) await claim(checker, { text, topics: ['many'] });
    await claim(checker, { text: 'Another', topics: ['other'] });
    expect((await lines('&topic=many')).map(({ text }) => text)).toEqual(texts);
    expect((await rows('&topic=many')).map(({ text }) => text)).toEqual(texts);
    expect((await exported('format=ndjson&topic=none')).body).toBe('');
    expect(await rows('&topic=none')).toEqual([]);
  });

  it('as ClaimReview is a feed of what was published last of each claim', async () => {
    const room = await newsroom();
    const { claimId } = await decided(room, { text: 'They are there.' });
    await claim(room.checker, { text: 'Not published' });
    await publish(room.editor, claimId);
    const { id } = await publish(room.editor, claimId, { correction: 'A word was wrong.' });

    const feed = (await exported('format=claim-review', room.checker)).body;

    expect(feed).toMatchObject({ '@type': 'DataFeed', name: expect.any(String) });
    expect(feed.dataFeedElement).toMatchObject([
      {
        item: {
          '@type': 'ClaimReview',
          identifier: `urn:uuid:${id}`,
          claimReviewed: 'They are there.',
          version: 2,
        },
      },
    ]);
    const none = (await exported('format=claim-review&language=uk', room.checker)).body;
    expect(none).toEqual({ ...feed, dataFeedElement: [] });
  });

  it('is refused to viewers, in unknown formats, and with what only lists know', async () => {
    const viewer = await workspace.client('viewer');
    expect((await exported('format=csv', viewer)).status).toBe(403);
    for (const [query, path] of [
      ['format=xlsx', 'format'],
      ['format=csv&limit=2', 'limit'],
      ['format=ndjson&bom=true', 'bom'],
    ]) {
      const { status, body } = await exported(query!);
      expect([status, body.errors?.[0].path]).toEqual([400, path]);
    }
  });

  function fetchRaw(query: string): Promise<Response> {
    return fetch(`${checker.desk.url}/api/v1/exports/claims?${query}`, {
      headers: { authorization: `Bearer ${checker.key}` },
    });
  }
});
