import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, everyEvent, everyItem, faults, say } from './steps.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('sources', () => {
  let by: Client;
  let stranger: Client;

  beforeEach(async () => {
    by = await Workspace.open().client('fact_checker');
    stranger = await Workspace.open().client('fact_checker');
  });

  it('keep what was entered, and are read back as they were answered', async () => {
    const parent = await source(by, { name: 'Ministry of Defence' });
    const entered = {
      name: 'GUR',
      kind: 'intelligence_service',
      parentId: parent.id,
      party: 'Ukraine',
      country: 'UA',
      urls: ['https://gur.example/', 'http://gur.example/en?page=1'],
      wikidataId: 'Q4133390',
      confidential: false,
      publicLabel: 'Military intelligence',
      notes: 'Line one.\nLine two.',
    };
    const answer = await by.post('/sources', entered);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    const { partyCreated, ...shown } = answer.body;
    expect(shown).toMatchObject({ ...entered, version: 1, reliability: null, nameHidden: false });
    expect(partyCreated).toBe(true);
    const read = await by.get(`/sources/${shown.id}`);
    expect(read.body).toEqual(shown);
    expect(read.headers.get('etag')).toBe('"1"');
    expect((await done(by.get('/sources?name=gur'))).items).toEqual([shown]);
    expect(await everyItem(by, '/sources', 1)).toEqual([await done(by.get(`/sources/${parent.id}`)), shown]);
  });

  it.each([
    ['letter case', 'agence FRANÇAISE'],
    ['white space around and within', '  Agence\t  Française '],
    ['character width', 'Ａｇｅｎｃｅ　Française'],
    ['composed or combining characters', 'Agence Franc\u0327aise'],
  ])('have one name each, whatever its %s', async (_, twin) => {
    const first = await source(by, { name: 'Agence Française' });
    const refused = await by.post('/sources', { name: twin, kind: 'other' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('source.duplicate');
    expect((await done(by.get(`/sources?name=${encodeURIComponent(twin)}`))).items).toMatchObject([
      { id: first.id, name: 'Agence Française' },
    ]);
    const other = await source(by, { name: 'Another' });
    const renamed = await by.patch(`/sources/${other.id}`, { name: twin }, 1);
    expect(renamed.body.code).toBe('source.duplicate');
    expect(await done(by.get(`/sources/${other.id}`))).toMatchObject({ name: 'Another', version: 1 });
    // A name of its own in other letters is no conflict, nor is the same name in another newsroom.
    expect((await change(by, `/sources/${first.id}`, { name: twin })).name).toBe(twin);
    expect((await source(stranger, { name: twin })).name).toBe(twin);
  });

  it('are entered once when eight enter the same name at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => by.post('/sources', { name: 'Interfax', kind: 'news_agency' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'source.duplicate']));
    expect((await done(by.get('/sources'))).items).toHaveLength(1);
  });

  it('are changed by whoever read them last, with before and after on record', async () => {
    const { id } = await source(by, { name: 'Old', party: 'One', country: 'UA' });
    expect((await by.request('PATCH', `/sources/${id}`, { body: { name: 'New' } })).status).toBe(428);
    const changed = await by.patch(
      `/sources/${id}`,
      { name: 'New', party: null, country: null, notes: 'x' },
      1,
    );
    expect(changed.body).toMatchObject({
      name: 'New',
      party: null,
      partyId: null,
      country: null,
      version: 2,
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    const stale = await by.patch(`/sources/${id}`, { name: 'Newer' }, 1);
    expect(stale).toMatchObject({ status: 412, body: { code: 'version.stale', currentVersion: 2 } });
    const [event, ...more] = await everyEvent(by, { type: 'source.updated' });
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      subject: { type: 'source', id },
      data: {
        changes: {
          name: { from: 'Old', to: 'New' },
          party: { from: 'One', to: null },
          country: { from: 'UA', to: null },
          notes: { from: '', to: 'x' },
        },
      },
    });
  });

  it('stay as they are when a change changes nothing', async () => {
    const { id } = await source(by, { party: 'United Kingdom', urls: ['https://gov.example/'] });
    const same = { party: ' united  KINGDOM ', urls: ['https://gov.example/'], parentId: null };
    expect(await change(by, `/sources/${id}`, same)).toMatchObject({ party: 'United Kingdom', version: 1 });
    expect(await change(by, `/sources/${id}`, {})).toMatchObject({ version: 1 });
    expect(await everyEvent(by, { type: 'source.updated' })).toEqual([]);
  });

  it('are refused with the path of what is wrong', async () => {
    const valid = { name: 'A source', kind: 'government' };
    const foreign = await source(stranger);
    const refused: [object, string][] = [
      [{ ...valid, name: ' ' }, 'name'],
      [{ ...valid, name: 'x'.repeat(501) }, 'name'],
      [{ ...valid, kind: 'blog' }, 'kind'],
      [{ ...valid, parentId: NOBODY }, 'parentId'],
      [{ ...valid, parentId: foreign.id }, 'parentId'],
      [{ ...valid, party: '' }, 'party'],
      [{ ...valid, country: 'ua' }, 'country'],
      [{ ...valid, wikidataId: 'P31' }, 'wikidataId'],
      [{ ...valid, urls: ['ftp://a.example/'] }, 'urls'],
      [{ ...valid, confidential: true }, 'publicLabel'],
      [{ ...valid, confidential: true, publicLabel: ' ' }, 'publicLabel'],
      [{ ...valid, alias: 'x' }, 'alias'],
    ];
    for (const [body, path] of refused) {
      expect({ body, ...faults(await by.post('/sources', body)) }).toEqual({
        body,
        status: 400,
        paths: [path],
      });
    }
    expect((await by.get(`/sources/${foreign.id}`)).status).toBe(404);
    expect((await done(by.get('/sources'))).items).toEqual([]);
    expect((await done(by.get('/parties'))).items).toEqual([]);
  });

  it('form no loop of parents', async () => {
    const top = await source(by);
    const middle = await source(by, { parentId: top.id });
    const bottom = await source(by, { parentId: middle.id });
    for (const parentId of [top.id, middle.id, bottom.id]) {
      expect(faults(await by.patch(`/sources/${top.id}`, { parentId }, 1))).toEqual({
        status: 400,
        paths: ['parentId'],
      });
    }
    await change(by, `/sources/${middle.id}`, { parentId: null });
    expect(await change(by, `/sources/${top.id}`, { parentId: bottom.id })).toMatchObject({
      parentId: bottom.id,
    });
  });

  it('form no loop when two are placed below one another at the same time', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 50 }, async () => [await source(by), await source(by)] as const),
    );
    for (const [one, other] of pairs) {
      const answers = await Promise.all([
        by.patch(`/sources/${one.id}`, { parentId: other.id }, 1),
        by.patch(`/sources/${other.id}`, { parentId: one.id }, 1),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    }
  });

  it('keep who graded them when and why, and show the newest grade', async () => {
    const { id } = await source(by);
    for (const [reliability, reason] of [
      ['C', 'First impression.'],
      ['B', 'Confirmed twice.'],
      ['F', 'New spokesperson.'],
    ]) {
      const grade = await by.post(`/sources/${id}/grades`, { reliability, reason });
      expect(grade).toMatchObject({ status: 201, body: { sourceId: id, reliability, reason } });
    }
    expect(await done(by.get(`/sources/${id}`))).toMatchObject({ reliability: 'F', version: 4 });
    const { id: me } = await done(by.get('/me'));
    const grades = await everyItem(by, `/sources/${id}/grades`, 1);
    expect(grades.map(({ reliability, gradedBy }) => [reliability, gradedBy])).toEqual([
      ['F', me],
      ['B', me],
      ['C', me],
    ]);
    const events = await everyEvent(by, { type: 'source.graded' });
    expect(events.map(({ data, reason }) => [data.reliability, reason])).toEqual([
      [{ from: null, to: 'C' }, 'First impression.'],
      [{ from: 'C', to: 'B' }, 'Confirmed twice.'],
      [{ from: 'B', to: 'F' }, 'New spokesperson.'],
    ]);
    expect(faults(await by.post(`/sources/${id}/grades`, { reliability: 'G', reason: 'x' }))).toEqual({
      status: 400,
      paths: ['reliability'],
    });
    expect((await by.post(`/sources/${NOBODY}/grades`, { reliability: 'A', reason: 'x' })).status).toBe(404);
  });

  it('show what they said on every claim, in the order of the record', async () => {
    const { id } = await source(by);
    const other = await source(by);
    const said: Json[] = [];
    for (const stance of ['asserts', 'denies', 'questions', 'evades']) {
      const about = await claim(by);
      await say(by, about.id, other.id, 'asserts');
      said.push(await say(by, about.id, id, stance));
    }
    expect(await everyItem(by, `/sources/${id}/statements`, 1)).toEqual(said);
    expect((await stranger.get(`/sources/${id}/statements`)).status).toBe(404);
  });
});
