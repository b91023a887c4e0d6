import { say } from '../publications/decided.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { imported, rowsOf, send } from './importing.js';

describe('an import of claims', () => {
  let checker: Client;
  let editor: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    checker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
  });

  const claims = async (by = checker): Promise<Json[]> => (await by.get('/claims?sort=createdAt')).body.items;
  const exported = async (by: Client): Promise<Json[]> =>
    ((await by.get('/exports/claims')).body as string)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  it('of an export into an empty workspace gives the same claims, with no field lost', async () => {
    await enterEverything(checker, editor);
    const lines = await exported(editor);
    const other = await Workspace.open().client('editor');

    const done = await imported(other, lines);

    expect(done).toMatchObject({ state: 'done', rows: 2, created: 2, refused: 0, warnings: 0 });
    expect((await exported(other)).map(comparable)).toEqual(lines.map(comparable));
    expect(await imported(other, lines)).toMatchObject({ created: 1, unchanged: 1 });
  });

  it('enters what is right, and says of the rest row by row what is wrong', async () => {
    const said = { source: { name: 'A state' }, stance: 'asserts' };
    const done = await imported(checker, [
      { text: 'One', language: 'en' },
      'no JSON',
      { text: '', language: 'english, mostly' },
      '',
      {
        text: 'Two',
        language: 'en',
        statements: [said, { ...said, stance: 'retracts', saidAt: '2031-01-01' }],
      },
      { text: 'Three', language: 'en', statements: [{ ...said, basedOnStatement: 'x' }] },
      { text: 'Four', language: 'en', title: 'no such field' },
      `{"text":"nul \\u0000","language":"en"}`,
      `{"text":"half","language":"en","externalId":"\\ud83d"}`,
      `{"text":"nul","language":"en","externalId":"\\u0000"}`,
      { text: 'Five', language: 'uk', statement: said, externalId: 'five' },
    ]);

    expect(done).toMatchObject({ state: 'done', rows: 10, created: 2, updated: 0, unchanged: 0, refused: 8 });
    const rows = await rowsOf(checker, done.id);
    expect(
      rows.map(({ number, outcome, code, errors }: Json) => [number, outcome, code, errors[0]?.path]),
    ).toEqual([
      [1, 'created', null, undefined],
      [2, 'refused', 'row.unreadable', ''],
      [3, 'refused', 'request.invalid', 'text'],
      [4, 'refused', 'request.invalid', 'statements.1.saidAt'],
      [5, 'refused', 'request.invalid', 'statements.0.basedOnStatement'],
      [6, 'refused', 'request.invalid', 'title'],
      [7, 'refused', 'request.invalid', 'text'],
      [8, 'refused', 'request.invalid', 'externalId'],
      [9, 'refused', 'request.invalid', 'externalId'],
      [10, 'created', null, undefined],
    ]);
    expect((await claims()).map(({ text, id }) => [text, id])).toEqual([
      ['One', rows[0]!.claimId],
      ['Five', rows[9]!.claimId],
    ]);
    expect(await rowsOf(checker, done.id, '&outcome=created')).toEqual([rows[0], rows[9]]);
    expect(rows[9]).toMatchObject({ externalId: 'five', warnings: [{ code: 'source.kind_missing' }] });
    // A refused row leaves nothing behind.
    expect((await checker.get('/sources')).body.items.map(({ name }: Json) => name)).toEqual(['A state']);
    const told = (await checker.get('/events?after=0&type=import.*')).body.items;
    expect(told.map(({ type, data }: Json) => [type, data.rows])).toEqual([
      ['import.started', 10],
      ['import.finished', 10],
    ]);
  });

  it('changes the claim whose external id is known, and takes nothing away', async () => {
    const state = { name: 'A state', kind: 'government', party: 'East' };
    const said = {
      source: state,
      stance: 'asserts',
      saidAt: '2024-10-24',
      quote: 'Yes.',
      url: 'https://a.example/',
    };
    const item = { kind: 'page', url: 'https://b.example/', bearing: 'supports' };
    const row = {
      externalId: 'x',
      text: 'First',
      language: 'en',
      topics: ['a'],
      statements: [said],
      evidence: [item],
    };
    expect(await imported(checker, [row])).toMatchObject({ created: 1 });
    const [{ id, version }] = await claims();

    expect(await imported(checker, [row, { ...row, statements: [] }])).toMatchObject({ unchanged: 2 });
    expect((await checker.get(`/claims/${id}`)).body.version).toBe(version);

    const more = {
      externalId: 'x',
      text: 'Second',
      language: 'en',
      statements: [
        { ...said, quote: ' YES. ' },
        { ...said, stance: 'confirms', source: { name: 'Another', kind: 'ngo' } },
      ],
      evidence: [item, { ...item, bearing: 'context' }],
    };
    const done = await imported(checker, [more]);
    expect(done).toMatchObject({ created: 0, updated: 1 });
    expect(await rowsOf(checker, done.id)).toMatchObject([{ claimId: id, outcome: 'updated' }]);
    expect((await checker.get(`/claims/${id}`)).body).toMatchObject({ text: 'Second', topics: ['a'] });
    expect((await checker.get(`/claims/${id}/statements`)).body.items).toHaveLength(2);
    expect((await checker.get(`/claims/${id}/evidence`)).body.items).toHaveLength(2);
  });

  it('finds sources by name, and warns where the row says other things of them', async () => {
    await source(checker, { name: 'The Ministry', kind: 'government', party: 'East' });
    const done = await imported(checker, [
      {
        text: 'A',
        language: 'en',
        statement: { source: { name: ' the ministry', kind: 'ngo', party: 'West' }, stance: 'asserts' },
      },
      {
        text: 'B',
        language: 'en',
        sources: [{ name: 'Its office', kind: 'government', parent: 'The Ministry', country: 'UA' }],
        statement: { source: { name: 'its  OFFICE' }, stance: 'denies' },
      },
    ]);
    const [first, second] = await rowsOf(checker, done.id);
    expect(first!.warnings.map(({ code, path }: Json) => [code, path])).toEqual([
      ['source.differs', 'statements.0.source.kind'],
      ['source.differs', 'statements.0.source.party'],
    ]);
    expect([second!.outcome, second!.warnings]).toEqual(['created', []]);
    const { items } = (await checker.get('/sources')).body;
    expect(items.map(({ name, kind, country }: Json) => [name, kind, country])).toEqual([
      ['The Ministry', 'government', null],
      ['Its office', 'government', 'UA'],
    ]);
    expect(items[1].parentId).toBe(items[0].id);
  });

  it('in a dry run tells what would become of each row, and changes nothing', async () => {
    await claim(checker, { externalId: 'known', text: 'Known', language: 'en' });
    const rows = [
      { externalId: 'known', text: 'Known', language: 'en' },
      { externalId: 'known', text: 'Known better', language: 'en' },
      {
        externalId: 'new',
        text: 'New',
        language: 'en',
        statement: { source: { name: 'New', kind: 'ngo' }, stance: 'asserts' },
      },
      { text: '' },
    ];
    const done = await imported(checker, rows, 'format=ndjson&dryRun=true');
    expect(done).toMatchObject({ dryRun: true, created: 1, updated: 1, unchanged: 1, refused: 1 });
    expect((await claims()).map(({ text }) => text)).toEqual(['Known']);
    expect((await checker.get('/sources')).body.items).toEqual([]);
    const told = (await checker.get('/events?after=0&type=claim.*')).body.items;
    expect(told.map(({ type }: Json) => type)).toEqual(['claim.submitted']);
  });

  it('takes tables, as an export writes them and with a statement on each row', async () => {
    const table = [
      'externalId,text,language,topics,priority,source,sourceKind,stance,saidAt,status',
      `a,"'=A ""claim"", quoted",en,"war\nkursk",7,GUR,intelligence_service,asserts,2024-10-24,triage`,
      'b,Another,en,,high,,,,,',
    ].join('\r\n');
    const done = await imported(checker, [`\uFEFF${table}`], 'format=csv');
    expect(done).toMatchObject({ rows: 2, created: 1, refused: 1 });
    const [entered] = await claims();
    expect(entered).toMatchObject({ text: '=A "claim", quoted', topics: ['war', 'kursk'], priority: 7 });
    expect(entered.corroboration.status).toBe('single_source');
    expect((await rowsOf(checker, done.id))[1].errors).toMatchObject([{ path: 'priority' }]);
  });

  it('of a table that was exported says of nobody that they put a claim forward of whom it only follows', async () => {
    const from = await source(checker, { name: 'GUR' });
    await claim(checker, { text: 'Said to', claimantId: from.id });
    const { id } = await claim(checker, { text: 'Follows' });
    await say(checker, id, { sourceId: from.id, stance: 'asserts' });
    const table = (await checker.get('/exports/claims?format=csv')).body as string;
    expect(table.split('\r\n').map((row) => row.includes('GUR,'))).toEqual([false, true, true, false]);

    const other = await Workspace.open().client('fact_checker');
    expect(await imported(other, [table], 'format=csv')).toMatchObject({ created: 2 });
    expect((await exported(other)).map(({ text, claimant }) => [text, claimant])).toEqual([
      ['Said to', { name: 'GUR' }],
      ['Follows', null],
    ]);
  });

  it.each([
    ['a format that there is not', 'x', 'format=xlsx', 'format'],
    ['a column that there is not', 'text,colour\na,b', 'format=csv', ''],
    ['a table without texts', 'language\nen', 'format=csv', ''],
    ['a table that is none', 'text\n"a', 'format=csv', ''],
    ['a table with a quote in the midst of a cell', 'te"xt\na', 'format=csv', ''],
    ['nothing', '\n', 'format=ndjson', ''],
  ])('refuses %s', async (_, raw, query, path) => {
    const { status, body } = await send(checker, raw, query);
    expect([status, body.errors?.[0].path]).toEqual([400, path]);
    expect(await claims()).toEqual([]);
  });

  it('is for fact-checkers, and seen in its workspace alone', async () => {
    const viewer = await Workspace.open().client('viewer');
    expect((await send(viewer, '{}', 'format=ndjson')).status).toBe(403);
    const { id } = await imported(checker, [{ text: 'A', language: 'en' }]);
    const stranger = await Workspace.open().client('admin');
    for (const path of [`/imports/${id}`, `/imports/${id}/rows`])
      expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/imports')).body.items).toEqual([]);
    expect((await checker.get('/imports')).body.items).toMatchObject([{ id, created: 1 }]);
  });
});

/** Two claims: one with every field filled, one with none that can be left out. */
async function enterEverything(checker: Client, editor: Client): Promise<void> {
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
  const { id } = await claim(checker, {
    externalId: 'desk-17',
    text: 'They are there.',
    topics: ['war', 'kursk'],
    eventTime: '2024-10-23',
    place: 'Kursk',
    appearances: [
      { url: 'https://news.example/1', publishedAt: '2024-10-24' },
      { url: 'https://news.example/2' },
    ],
    claimantId: agency.id,
    quantity: { min: 3000, unit: 'soldiers' },
    priority: 7,
    dueAt: '2031-01-01T00:00:00.000Z',
  });
  const said = await say(checker, id, {
    sourceId: service.id,
    stance: 'asserts',
    saidAt: '2024-10-24T10:00:00.000Z',
    quote: 'Вони там.',
    quoteLanguage: 'uk',
    translation: 'They are there.',
    url: 'https://service.example/1',
    basis: 'intelligence',
    reportedById: agency.id,
    quantity: { max: 12000, unit: 'soldiers' },
    credibility: 2,
  });
  const relay = await say(checker, id, {
    sourceId: agency.id,
    stance: 'confirms',
    basedOnStatementId: said.id,
  });
  const wrong = await say(checker, id, { sourceId: agency.id, stance: 'denies', basedOnSourceId: state.id });
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
  await checker.post(`/claims/${id}/evidence`, { ...item, bearing: 'context' });
  await checker.post(`/evidence/${evidence.body.id}/gone`, { reason: 'Answers 404.' });
  await claim(checker, { text: 'Nothing but a text.' });
}

/** A line without what is only of where it comes from: ids, and when it was recorded. */
function comparable({ exported: { status, corroboration }, ...line }: Json): Json {
  const places = new Map(line.statements.map(({ ref }: Json, i: number) => [ref, i]));
  const statements = line.statements.map(({ recordedAt: _r, ...said }: Json) => ({
    ...said,
    ref: places.get(said.ref),
    basedOnStatement: places.get(said.basedOnStatement) ?? null,
    struck: said.struck && { ...said.struck, replacement: places.get(said.struck.replacement) ?? null },
  }));
  return { ...line, statements, status, corroboration };
}
