import { run } from '../edge/process.js';
import { Held } from '../facts/locks.js';
import { say } from '../publications/decided.js';
import { runJob } from '../reviews/machine-jobs.js';
import {
  addEvidence,
  deskWithoutWorker,
  type OwnDatabaseDesk,
  sql,
  startWorker,
} from '../reviews/reviewing.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { ended, imported, rowsOf, send } from './importing.js';

const A = { name: 'A state', kind: 'government', party: 'East' };
const B = { name: 'Another', kind: 'military', party: 'West' };
const ITEM = { kind: 'page', url: 'https://b.example/', bearing: 'supports', sha256: 'AB'.repeat(32) };

/** What is recorded on it changes who put it forward and every status it has on the way. */
const FULL = {
  externalId: 'full',
  text: 'They are there.',
  language: 'en',
  topics: ['War', ' war', 'kursk'],
  eventTime: '2024-10-23',
  appearances: [{ url: 'https://news.example/1' }],
  quantity: { min: 3000, unit: 'soldiers' },
};
const SAID = [
  { stance: 'questions', saidAt: '2024-10-20', quote: 'Are they?' },
  { stance: 'asserts', saidAt: '2024-10-24T10:00:00.000Z', quote: 'Вони там.', basis: 'intelligence' },
  { stance: 'denies', quantity: { max: 12, unit: 'soldiers' }, credibility: 4 },
  { stance: 'retracts', saidAt: '2024-10-25' },
];
const SAYING = [A, A, B, A];

describe('rows that are imported many at once', () => {
  let checker: Client;
  let editor: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    checker = await workspace.client('fact_checker');
    editor = await workspace.client('editor');
  });

  it('are what entering them by hand makes of them, but for versions', async () => {
    const row = {
      ...FULL,
      statements: SAID.map((said, i) => ({ ...said, source: SAYING[i], ...(i === 1 && { reportedBy: B }) })),
      evidence: [ITEM, { ...ITEM, bearing: 'context' }],
    };
    const plain = { text: 'Nothing but a text.', language: 'uk' };
    const said = { text: 'It is said.', language: 'en' };
    const done = await imported(checker, [
      row,
      plain,
      { ...said, statement: { source: A, stance: 'asserts' } },
    ]);
    expect(done).toMatchObject({ created: 3, warnings: 0 });

    const other = await Workspace.open().client('fact_checker');
    const [a, b] = [await source(other, A), await source(other, B)];
    const bySource = SAID.map((said, i) => ({
      ...said,
      sourceId: SAYING[i] === A ? a.id : b.id,
      ...(i === 1 && { reportedById: b.id }),
    }));
    const { id } = await claim(other, { ...FULL, statement: bySource[0] });
    for (const said of bySource.slice(1)) await say(other, id, said);
    for (const item of row.evidence)
      expect((await other.post(`/claims/${id}/evidence`, item)).status).toBe(201);
    const { id: plainId } = await claim(other, plain);
    const { id: saidId } = await claim(other, { ...said, statement: { sourceId: a.id, stance: 'asserts' } });

    const [imports, texts, third] = await rowsOf(checker, done.id);
    expect(await everythingOf(checker, imports!.claimId)).toEqual(await everythingOf(other, id));
    expect(await everythingOf(checker, texts!.claimId)).toEqual(await everythingOf(other, plainId));
    expect(await everythingOf(checker, third!.claimId)).toEqual(await everythingOf(other, saidId));
    expect((await checker.get('/stats/claims')).body).toMatchObject({
      total: 3,
      byCorroboration: (await other.get('/stats/claims')).body.byCorroboration,
    });
  });

  it('make one version of each claim, and the next one of a claim that is there', async () => {
    const statements = SAID.slice(0, 2).map((said) => ({ ...said, source: A }));
    const row = { ...FULL, statements, evidence: [ITEM] };
    const struck = { source: B, stance: 'denies', quote: 'Wrong.', struck: { reason: 'Misread.' } };
    const gone = { ...ITEM, bearing: 'context', gone: { reason: 'Answers 404.' } };
    const done = await imported(editor, [{ ...row, statements: [...statements, struck] }]);
    const [{ claimId: id }] = (await rowsOf(editor, done.id)) as [Json];
    const version = async () => (await editor.get(`/claims/${id}`)).body.version;
    expect(await version()).toBe(1);

    const more = {
      ...row,
      text: 'They were there.',
      statements: [{ ...SAID[2], source: B }],
      evidence: [gone],
    };
    expect(await imported(editor, [more])).toMatchObject({ updated: 1 });
    expect(await version()).toBe(2);
    expect(await imported(editor, [more, row, { ...more, text: 'Once more.' }])).toMatchObject({
      unchanged: 1,
      updated: 2,
    });
    expect(await version()).toBe(4);

    await expectWhole(editor, id);
    const said = (await editor.get(`/claims/${id}/statements`)).body.items;
    expect(said.map(({ stance, struckAt }: Json) => [stance, struckAt !== null])).toEqual([
      ['questions', false],
      ['asserts', false],
      ['denies', true],
      ['denies', false],
    ]);
    const items = (await editor.get(`/claims/${id}/evidence`)).body.items;
    expect(items.map(({ bearing, goneReason }: Json) => [bearing, goneReason])).toEqual([
      ['supports', null],
      ['context', 'Answers 404.'],
    ]);
  });

  it('keep no other one back, whatever is wrong with some', async () => {
    const state = await source(checker, { ...A, name: 'Known' });
    const { id: knownId } = await claim(checker, { externalId: 'known', text: 'Known', language: 'en' });
    const by = (name: string, stance: string, more = {}) => ({
      source: { name, kind: 'ngo' },
      stance,
      ...more,
    });
    const done = await imported(checker, [
      { text: '1', language: 'en', statement: by('Known', 'asserts') },
      { text: '2', language: 'en', statement: by('Only here', 'retracts') },
      { text: '3', language: 'en', statement: by('New', 'asserts'), externalId: 'three' },
      { text: 'Known better', language: 'en', externalId: 'known', statements: [by('New', 'denies')] },
      {
        text: '5',
        language: 'en',
        sources: [
          { name: 'X', parent: 'Y' },
          { name: 'Y', parent: 'x' },
        ],
      },
      {
        text: '6',
        language: 'en',
        statements: [by('New', 'confirms', { ref: 'a' }), by('Known', 'denies', { basedOnStatement: 'a' })],
      },
      { text: '7', language: 'en', quantity: { min: 2, max: 1, unit: 'x' } },
      { text: '3 again', language: 'en', externalId: 'three', statement: by('new ', 'asserts') },
      { text: '9', language: 'en', statements: [by('New', 'denies', { quantity: { unit: 'x' } })] },
    ]);

    expect(done).toMatchObject({ rows: 9, created: 2, updated: 2, refused: 5 });
    const rows = await rowsOf(checker, done.id);
    expect(
      rows.map(({ outcome, errors, warnings }: Json) => [outcome, errors[0]?.path ?? warnings[0]?.path]),
    ).toEqual([
      ['created', 'statements.0.source.kind'],
      ['refused', 'statements.0.stance'],
      ['created', undefined],
      ['updated', undefined],
      ['refused', 'sources.0.parent'],
      ['refused', 'statements.1.basedOnStatementId'],
      ['refused', 'quantity.min'],
      ['updated', undefined],
      ['refused', 'statements.0.quantity'],
    ]);
    expect([rows[3]!.claimId, rows[7]!.claimId]).toEqual([knownId, rows[2]!.claimId]);
    const names = (await checker.get('/sources')).body.items.map(({ name }: Json) => name);
    expect(names).toEqual(['Known', 'New']);
    expect((await checker.get(`/claims/${knownId}`)).body).toMatchObject({
      text: 'Known better',
      version: 2,
      corroboration: { status: 'denied' },
    });
    for (const { claimId } of rows.filter(({ claimId }) => claimId !== null))
      await expectWhole(checker, claimId);
    expect((await checker.get(`/sources/${state.id}/statements`)).body.items).toHaveLength(1);
  });

  it.each([1, 2, 3])('find what another import of the same sources made at the same time (%i)', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      text: `Claim ${i}`,
      language: 'en',
      statement: { source: { name: `Source ${i}`, kind: 'ngo', party: `Party ${i % 7}` }, stance: 'asserts' },
    }));
    const both = await Promise.all([imported(checker, rows), imported(editor, rows.toReversed())]);
    expect(both).toMatchObject(Array(2).fill({ created: 40, refused: 0, warnings: 0 }));
    const names = (await checker.get('/sources?limit=200')).body.items.map(({ name }: Json) => name);
    expect(new Set(names).size).toBe(40);
    expect(names).toHaveLength(40);
    expect((await checker.get('/stats/claims')).body.byCorroboration).toMatchObject({ single_source: 80 });
  });

  it('are entered once each, though one process is killed in the midst of them and one of them cannot be written', async () => {
    const desk: OwnDatabaseDesk = await deskWithoutWorker();
    try {
      const by = await Workspace.open(desk).client('fact_checker');
      const held = await claim(by, { externalId: 'held', text: 'Held', language: 'en' });
      await addEvidence(by, held.id);
      await sql(
        desk,
        `create function refuse_poison() returns trigger language plpgsql as $$ begin raise 'poison'; end $$;
         create trigger poison before insert on claims for each row when (new.text = 'Claim 450')
           execute function refuse_poison()`,
      );
      const rows: object[] = Array.from({ length: 500 }, (_, i) => ({
        text: `Claim ${i}`,
        language: 'en',
        statement: { source: { name: `Source ${i % 9}`, kind: 'ngo' }, stance: i % 2 ? 'asserts' : 'denies' },
      }));
      rows[300] = { externalId: 'held', text: 'Changed', language: 'en' };
      const body = rows.map((row) => JSON.stringify(row)).join('\n');
      const { id } = (await send(by, body, 'format=ndjson')).body;
      const state = async () => (await by.get(`/imports/${id}`)).body;
      // What a batch writes last is its events: there the first worker is killed, with all else written.
      await Held.by(desk, 'select 1 from chains where id = $1 for update', [held.id], async (chain) => {
        const first = await startWorker(desk);
        await chain.untilWaiting(1);
        await first.kill();
      });
      expect(await state()).toMatchObject({ state: 'running', created: 200, updated: 0 });

      await sql(desk, `update imports set runner_until = now() where runner is not null`);
      const second = await startWorker(desk);
      await runJob(desk, 'import.sweep');
      expect(await ended(by, id)).toMatchObject({ state: 'done', created: 498, updated: 1, refused: 1 });
      await second.stop();
      const [refused] = await rowsOf(by, id, '&outcome=refused');
      expect(refused).toMatchObject({ number: 451, code: 'server.fault', claimId: null });
      const counts = `select count(*)::int as all, count(distinct text)::int as texts from claims`;
      expect(await sql(desk, counts)).toEqual([{ all: 499, texts: 499 }]);
      const { stdout } = await run(['verify'], { DATABASE_URL: desk.databaseUrl, LOG_LEVEL: 'error' });
      expect(stdout).toMatch(/^The record is whole: .* 499 claims\.\n$/);
    } finally {
      await desk.close();
    }
  });
});

/** The claim with all that hangs on it and its history, without ids, times and versions. */
async function everythingOf(by: Client, id: string): Promise<Json> {
  const paths = ['', '/statements', '/evidence', '/corroboration', '/history', '/timeline'];
  const answers = [];
  for (const path of paths) answers.push((await by.get(`/claims/${id}${path}`)).body);
  return comparable(answers);
}

/** Ids by the order in which they first stand there; moments of the record and versions not at all. */
function comparable(answers: Json): Json {
  const ids = new Map<string, string>();
  const named = JSON.stringify(answers)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
      return ids.get(id)!;
    })
    .replaceAll(/"20(?!24)[^"]*T[^"]*Z"/g, '"a moment"')
    .replaceAll(/"(version|claimVersion)":\d+/g, '"$1":0');
  return withoutDigests(JSON.parse(named));
}

function withoutDigests(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDigests);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !/digest|salt|cursor/i.test(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutDigests(inner)]));
}

/** Its history is whole, and at the moment of each statement the claim was what the rule says of those up to it. */
async function expectWhole(by: Client, id: string): Promise<void> {
  expect((await by.get(`/claims/${id}/history/verify`)).body).toMatchObject({ whole: true });
  const now = (await by.get(`/claims/${id}`)).body;
  const said = (await by.get(`/claims/${id}/statements`)).body.items;
  for (const { recordedAt } of said) {
    const then = (await by.get(`/claims/${id}?asOf=${recordedAt}`)).body;
    const rule = (await by.get(`/claims/${id}/corroboration?asOf=${recordedAt}`)).body;
    expect(then.corroboration).toMatchObject({
      status: rule.status,
      support: rule.support,
      oppose: rule.oppose,
    });
  }
  const { asOf, unknown, ...then } = (await by.get(`/claims/${id}?asOf=${now.updatedAt}`)).body;
  expect(then).toEqual({ ...now, leases: [], allowedTransitions: [] });
  expect([asOf, unknown]).toEqual([now.updatedAt, []]);
}
