import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { corroboration, done, everyItem, faults, say, strike } from './steps.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('statements', () => {
  let by: Client;
  let editor: Client;
  let sources: Json[];

  beforeAll(async () => {
    const workspace = Workspace.open();
    [by, editor] = [await workspace.client('fact_checker'), await workspace.client('editor')];
    sources = [];
    for (const party of ['One', 'Two', 'Three']) sources.push(await source(by, { party }));
  });

  const read = (id: string) => done(by.get(`/claims/${id}`));
  const listOf = (id: string, limit = 200) => everyItem(by, `/claims/${id}/statements`, limit);

  it('are kept and read back as they were sent', async () => {
    const [speaker, agency] = sources;
    const { id } = await claim(by);
    const sent = {
      saidAt: '2024-10-23',
      quote: 'Ми бачимо їх. 👀',
      quoteLanguage: 'uk',
      translation: 'We see them.',
      url: 'https://news.example/briefing?day=1',
      reportedById: agency.id,
      basis: 'imagery',
      quantity: { min: 3000, max: null, unit: 'soldiers' },
      credibility: 2,
    };
    const answer = await say(by, id, speaker.id, 'confirms', sent);
    expect(answer).toMatchObject({ ...sent, claimId: id, sourceName: speaker.name, struckAt: null });
    expect(await done(by.get(`/statements/${answer.id}`))).toEqual(answer);
    expect(await listOf(id)).toEqual([answer]);
    expect(await read(id)).toMatchObject({ version: 2 });
    const bare = await say(by, id, agency.id, 'evades');
    expect(bare).toMatchObject({ saidAt: null, quote: null, basis: 'unknown', quantity: null });
    const relay = await say(by, id, agency.id, 'confirms', { basedOnSourceId: speaker.id, basis: 'relayed' });
    expect(relay).toMatchObject({ basis: 'relayed', basedOnSourceId: speaker.id, basedOnStatementId: null });
  });

  it('keep the precision of the time they were said at', async () => {
    const { id } = await claim(by);
    for (const [sent, kept] of [
      ['2024-10-23', '2024-10-23'],
      ['2024-10-23T00:00:00Z', '2024-10-23T00:00:00.000Z'],
      ['2024-10-23T10:00:00+03:00', '2024-10-23T07:00:00.000Z'],
      ['2024-10-23T10:00:00.123456Z', '2024-10-23T10:00:00.123Z'],
      ['0001-01-01', '0001-01-01'],
    ]) {
      const { saidAt, id: statement } = await say(by, id, sources[0].id, 'asserts', { saidAt: sent });
      expect(saidAt).toBe(kept);
      expect((await done(by.get(`/statements/${statement}`))).saidAt).toBe(kept);
    }
  });

  it('are recorded one after the other, though eight record at once', async () => {
    const { id } = await claim(by);
    const said = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        const own = [];
        for (const stance of ['asserts', 'denies', 'questions'])
          own.push(await say(by, id, sources[i % 3].id, stance));
        return own;
      }),
    );
    const listed = await listOf(id, 5);
    const moments = listed.map(({ recordedAt }) => recordedAt);
    expect([...new Set(moments)].sort()).toEqual(moments);
    expect(listed.map((one) => one.id).sort()).toEqual(
      said
        .flat()
        .map((one) => one.id)
        .sort(),
    );
    expect(await read(id)).toMatchObject({ version: 25, corroboration: { asOf: moments.at(-1) } });
  });

  it('that are struck count no more, and stay readable with who struck them and why', async () => {
    const { id } = await claim(by);
    const wrong = await say(by, id, sources[0].id, 'denies', { saidAt: '2024-10-20' });
    const before = await say(by, id, sources[0].id, 'asserts', { saidAt: '2024-10-19' });
    const right = await say(by, id, sources[1].id, 'denies');
    expect(await read(id)).toMatchObject({ corroboration: { status: 'denied', oppose: 2 }, version: 4 });
    const struck = await strike(editor, wrong.id, {
      reason: 'It was the other one.',
      replacementId: right.id,
    });
    expect(struck).toEqual({
      ...wrong,
      struckAt: expect.stringMatching(/Z$/),
      strikeReason: 'It was the other one.',
      replacementId: right.id,
    });
    expect(struck.struckAt > right.recordedAt).toBe(true);
    // The position that the struck one had replaced is the source's word again.
    expect(await corroboration(by, id)).toMatchObject({
      status: 'contested',
      support: 1,
      oppose: 1,
      replaced: [],
    });
    expect(await read(id)).toMatchObject({ corroboration: { status: 'contested' }, version: 5 });
    expect(await listOf(id)).toEqual([struck, before, right]);
    expect(await done(by.get(`/statements/${wrong.id}`))).toEqual(struck);
  });

  it('are struck once, by an editor, and replaced by another standing statement of the claim', async () => {
    const { id } = await claim(by);
    const { id: other } = await claim(by);
    const [one, two] = [
      await say(by, id, sources[0].id, 'asserts'),
      await say(by, id, sources[1].id, 'asserts'),
    ];
    const elsewhere = await say(by, other, sources[0].id, 'asserts');
    const path = `/statements/${one.id}/strike`;
    expect((await by.post(path, { reason: 'x' })).status).toBe(403);
    expect(faults(await editor.post(path, {}))).toEqual({ status: 400, paths: ['reason'] });
    for (const replacementId of [one.id, elsewhere.id, NOBODY, 'x']) {
      expect(faults(await editor.post(path, { reason: 'x', replacementId }))).toEqual({
        status: 400,
        paths: ['replacementId'],
      });
    }
    await strike(editor, two.id);
    expect(faults(await editor.post(path, { reason: 'x', replacementId: two.id }))).toEqual({
      status: 400,
      paths: ['replacementId'],
    });
    expect(await read(id)).toMatchObject({ version: 4, corroboration: { status: 'single_source' } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => editor.post(path, { reason: 'x' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'statement.struck']));
    expect(await read(id)).toMatchObject({ version: 5, corroboration: { status: 'unsourced' } });
    expect((await editor.post(`/statements/${NOBODY}/strike`, { reason: 'x' })).status).toBe(404);
  });

  it('take their relays with them when they are struck', async () => {
    const { id } = await claim(by);
    const base = await say(by, id, sources[0].id, 'asserts', { saidAt: '2024-10-20' });
    await say(by, id, sources[0].id, 'questions', { saidAt: '2024-10-19' });
    const relay = await say(by, id, sources[1].id, 'confirms', { basedOnStatementId: base.id });
    expect(await corroboration(by, id)).toMatchObject({ status: 'single_source', excluded: [] });
    await strike(editor, base.id);
    expect(await corroboration(by, id)).toMatchObject({
      status: 'unsourced',
      support: 0,
      excluded: [{ statementId: relay.id, reason: 'base_withdrawn' }],
    });
  });
});
