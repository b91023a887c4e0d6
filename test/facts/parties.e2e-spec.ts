import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { Held } from './locks.js';
import { change, corroboration, done, everyEvent, everyItem, faults, say } from './steps.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('parties', () => {
  let by: Client;
  let editor: Client;

  beforeEach(async () => {
    const workspace = Workspace.open();
    [by, editor] = [await workspace.client('fact_checker'), await workspace.client('editor')];
  });

  const party = async (id: string): Promise<Json> =>
    (await everyItem(by, '/parties')).find((one) => one.id === id) ?? null;
  const amend = async (id: string, fields: object) =>
    by.patch(`/parties/${id}`, fields, (await party(id)).version);
  const named = (name: string) => source(by, { party: name });

  it('are made by naming them on a source, and found by name or alias after that', async () => {
    const first = await named('United States');
    expect(first).toMatchObject({ party: 'United States', partyCreated: true });
    expect(await party(first.partyId)).toMatchObject({ name: 'United States', aliases: [], version: 1 });
    await done(amend(first.partyId, { aliases: ['US', 'U.S.'] }));
    for (const name of ['UNITED  states', 'us', 'Ｕ.Ｓ.']) {
      expect(await named(name)).toMatchObject({
        partyId: first.partyId,
        party: 'United States',
        partyCreated: false,
      });
    }
    expect(await everyItem(by, '/parties')).toHaveLength(1);
  });

  it('are found or made by changing a source too', async () => {
    const { id } = await source(by);
    const made = await change(by, `/sources/${id}`, { party: 'DPRK' });
    expect(made).toMatchObject({ party: 'DPRK', partyCreated: true });
    const { id: other } = await source(by);
    expect(await change(by, `/sources/${other}`, { party: 'dprk' })).toMatchObject({
      party: 'DPRK',
      partyId: made.partyId,
      partyCreated: false,
    });
    const [, told] = await everyEvent(by, { type: 'source.updated' });
    expect(told.data.changes.party).toEqual({ from: null, to: 'DPRK' });
  });

  it('are made once when eight sources name a new one at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `Party of round ${round}`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          done(
            by.post('/sources', {
              name: `${name}, ${i}`,
              kind: 'other',
              party: i % 2 ? name : name.toUpperCase(),
            }),
          ),
        ),
      );
      expect(new Set(answers.map(({ partyId }) => partyId)).size).toBe(1);
      expect(answers.filter(({ partyCreated }) => partyCreated)).toHaveLength(1);
    }
    expect(await everyItem(by, '/parties')).toHaveLength(10);
  });

  it('are not made when the source is refused', async () => {
    await source(by, { name: 'Taken' });
    const refused = await by.post('/sources', { name: 'Taken', kind: 'other', party: 'Nowhere' });
    expect(refused.body.code).toBe('source.duplicate');
    expect(await party(refused.body.partyId)).toBeNull();
    expect(await everyItem(by, '/parties')).toEqual([]);
  });

  it('have no name or alias in common', async () => {
    const [one, two] = [await named('One'), await named('Two')];
    await done(amend(one.partyId, { aliases: ['Uno'] }));
    for (const fields of [
      { name: 'one' },
      { name: 'UNO' },
      { aliases: ['Dos', 'uno'] },
      { aliases: ['One'] },
    ]) {
      const refused = await amend(two.partyId, fields);
      expect(refused).toMatchObject({ status: 409, body: { code: 'party.duplicate' } });
    }
    expect(await party(two.partyId)).toMatchObject({ name: 'Two', aliases: [], version: 1 });
    // An alias that was given up is free again.
    await done(amend(one.partyId, { aliases: [] }));
    expect((await amend(two.partyId, { aliases: ['Uno', 'two', 'UNO'] })).body.aliases).toEqual(['Uno']);
  });

  it('are found under an alias that is being given to them while the source is entered', async () => {
    const { partyId } = await named('United Kingdom');
    const row = 'select from parties where id = $1 for no key update';
    await Held.by(by.desk, row, [partyId], async (held) => {
      const amending = amend(partyId, { aliases: ['UK'] });
      await held.untilWaiting(1);
      const entering = named('uk');
      await held.untilWaiting(2);
      await held.release();
      expect((await amending).body.aliases).toEqual(['UK']);
      expect(await entering).toMatchObject({ partyId, party: 'United Kingdom', partyCreated: false });
    });
  });

  it('are changed with the version that was read, and tell what changed', async () => {
    const { partyId } = await named('US');
    const path = `/parties/${partyId}`;
    expect((await by.request('PATCH', path, { body: { name: 'USA' } })).status).toBe(428);
    const changed = await by.patch(path, { name: 'USA', aliases: ['US'] }, 1);
    expect(changed).toMatchObject({ status: 200, body: { name: 'USA', aliases: ['US'], version: 2 } });
    const stale = await by.patch(path, { name: 'America' }, 1);
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect((await by.patch(path, { name: 'USA', aliases: ['US'] }, 2)).body.version).toBe(2);
    const events = await everyEvent(by, { type: 'party.updated' });
    expect(events.map(({ data }) => data.changes)).toEqual([
      { name: { from: 'US', to: 'USA' }, aliases: { from: [], to: ['US'] } },
    ]);
    expect(faults(await by.patch(path, { name: ' ' }, 2))).toEqual({ status: 400, paths: ['name'] });
    expect((await by.patch(`/parties/${NOBODY}`, { name: 'x' }, 1)).status).toBe(404);
  });

  it('that are merged are one: names, sources and origins', async () => {
    const [us, usa] = [await named('US'), await named('USA')];
    await done(amend(usa.partyId, { aliases: ['U.S.A.'] }));
    const { id } = await claim(by);
    for (const one of [us, usa]) await say(by, id, one.id, 'asserts');
    expect(await corroboration(by, id)).toMatchObject({ status: 'corroborated' });

    const merged = await editor.post(`/parties/${usa.partyId}/merge`, { into: us.partyId });
    expect(merged).toMatchObject({
      status: 200,
      body: { id: us.partyId, name: 'US', aliases: ['U.S.A.', 'USA'] },
    });
    expect(await everyItem(by, '/parties')).toMatchObject([{ id: us.partyId }]);
    expect(await done(by.get(`/sources/${usa.id}`))).toMatchObject({ party: 'US', partyId: us.partyId });
    for (const name of ['usa', 'u.s.a.']) {
      expect(await named(`${name} `)).toMatchObject({ partyId: us.partyId, partyCreated: false });
    }
    // Said after the merge, so counted with it whether or not the job has been here.
    await say(by, id, usa.id, 'confirms');
    expect(await corroboration(by, id)).toMatchObject({
      status: 'single_source',
      origins: [{ party: 'US' }],
    });
    const [event] = await everyEvent(by, { type: 'party.merged' });
    expect(event).toMatchObject({
      subject: { type: 'party', id: usa.partyId },
      data: { into: us.partyId, names: ['USA', 'U.S.A.'] },
    });
  });

  it('that are merged in a row end in the last one', async () => {
    const [one, two, three] = [await named('One'), await named('Two'), await named('Three')];
    await done(editor.post(`/parties/${one.partyId}/merge`, { into: two.partyId }));
    await done(editor.post(`/parties/${two.partyId}/merge`, { into: three.partyId }));
    for (const { id } of [one, two, three]) {
      expect(await done(by.get(`/sources/${id}`))).toMatchObject({ party: 'Three', partyId: three.partyId });
    }
    expect(await named('one ')).toMatchObject({ partyId: three.partyId });
    const { id } = await claim(by, { statement: { sourceId: one.id, stance: 'asserts' } });
    await say(by, id, two.id, 'asserts');
    expect((await corroboration(by, id)).origins).toMatchObject([{ party: 'Three' }]);
  });

  it('that were merged cannot be changed, merged again or merged into', async () => {
    const [one, two, three] = [await named('One'), await named('Two'), await named('Three')];
    await done(editor.post(`/parties/${one.partyId}/merge`, { into: two.partyId }));
    const answers = [
      await by.patch(`/parties/${one.partyId}`, { name: 'Uno' }, '*'),
      await editor.post(`/parties/${one.partyId}/merge`, { into: three.partyId }),
      await editor.post(`/parties/${three.partyId}/merge`, { into: one.partyId }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'party.merged', mergedInto: two.partyId } });
    }
    expect(await everyEvent(by, { type: 'party.merged' })).toHaveLength(1);
  });

  it('are merged by an editor, into another party of the workspace', async () => {
    const one = await named('One');
    const foreign = await source(await Workspace.open().client('fact_checker'), { party: 'Foreign' });
    const path = `/parties/${one.partyId}/merge`;
    expect((await by.post(path, { into: one.partyId })).status).toBe(403);
    for (const into of [one.partyId, one.partyId.toUpperCase(), foreign.partyId, NOBODY, 'One']) {
      expect(faults(await editor.post(path, { into }))).toEqual({ status: 400, paths: ['into'] });
    }
    expect((await editor.post(`/parties/${foreign.partyId}/merge`, { into: one.partyId })).status).toBe(404);
  });

  it('are merged one way when two merge them into one another at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [await named(`Left ${round}`), await named(`Right ${round}`)];
      const answers = await Promise.all([
        editor.post(`/parties/${one.partyId}/merge`, { into: two.partyId }),
        editor.post(`/parties/${two.partyId}/merge`, { into: one.partyId }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });
});
