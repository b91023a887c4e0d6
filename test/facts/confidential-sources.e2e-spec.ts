import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { change, done, everyEvent, everyItem, faults, say } from './steps.js';

const NAME = 'Lieutenant with the 72nd brigade';
const LABEL = 'A soldier at the front';
const SECRETS = [NAME, 'https://lieutenant.example/', 'Q7240000', 'Met in Sumy.'];

describe('a confidential source', () => {
  let workspace: Workspace;
  let recorder: Client;
  let editor: Client;
  let others: Client[];
  let hidden: Json;

  beforeEach(async () => {
    workspace = Workspace.open();
    recorder = await workspace.client('fact_checker', 'recorder');
    editor = await workspace.client('editor');
    others = await Promise.all(
      (['viewer', 'fact_checker', 'reviewer'] as const).map((role) =>
        workspace.client(role, `another ${role}`),
      ),
    );
    hidden = await source(recorder, {
      name: NAME,
      kind: 'military',
      urls: [SECRETS[1]],
      wikidataId: SECRETS[2],
      notes: SECRETS[3],
      confidential: true,
      publicLabel: LABEL,
    });
  });

  /** Everything a member can read that has to do with the source, as one text. */
  async function everythingRead(by: Client, claimId: string, statementId: string): Promise<string> {
    const paths = [
      '/sources',
      `/sources?name=${encodeURIComponent(NAME)}`,
      `/sources/${hidden.id}`,
      `/sources/${hidden.id}/statements`,
      `/sources/${hidden.id}/grades`,
      '/claims',
      `/claims?sourceId=${hidden.id}`,
      `/claims/${claimId}`,
      `/claims/${claimId}/statements`,
      `/claims/${claimId}/corroboration`,
      `/claims/${claimId}/history`,
      `/statements/${statementId}`,
      '/parties',
      '/events?limit=200',
    ];
    const answers = await Promise.all(paths.map((path) => done(by.get(path))));
    return JSON.stringify(answers);
  }

  async function spokenOf() {
    const { id } = await claim(recorder, { statement: { sourceId: hidden.id, stance: 'asserts' } });
    const { id: statementId } = await say(recorder, id, hidden.id, 'confirms');
    await change(recorder, `/sources/${hidden.id}`, {
      notes: `${SECRETS[3]} Twice.`,
      urls: [SECRETS[1], SECRETS[1]],
    });
    await done(
      recorder.post(`/sources/${hidden.id}/grades`, { reliability: 'B', reason: 'Was right before.' }),
    );
    return { id, statementId };
  }

  it('is called by its public label in everything that others read', async () => {
    const { id, statementId } = await spokenOf();
    for (const by of others) {
      const read = await everythingRead(by, id, statementId);
      for (const secret of SECRETS) expect(read).not.toContain(secret);
      expect(read).toContain(LABEL);
      const shown = await done(by.get(`/sources/${hidden.id}`));
      expect(shown).toMatchObject({ name: LABEL, nameHidden: true, urls: [], wikidataId: null, notes: '' });
      expect((await done(by.get(`/statements/${statementId}`))).sourceName).toBe(LABEL);
      expect((await done(by.get(`/claims/${id}/statements`))).items[0].sourceName).toBe(LABEL);
    }
  });

  it('is seen by name by editors and whoever recorded it', async () => {
    const { statementId } = await spokenOf();
    for (const by of [recorder, editor]) {
      expect(await done(by.get(`/sources/${hidden.id}`))).toMatchObject({ name: NAME, nameHidden: false });
      expect((await done(by.get(`/statements/${statementId}`))).sourceName).toBe(NAME);
      const found = await done(by.get(`/sources?name=${encodeURIComponent(NAME.toUpperCase())}`));
      expect(found.items).toMatchObject([{ id: hidden.id, name: NAME }]);
    }
  });

  it('is not found by its name, nor betrayed by a conflict, to others', async () => {
    const [, another] = others;
    for (const by of others) {
      expect((await done(by.get(`/sources?name=${encodeURIComponent(NAME)}`))).items).toEqual([]);
    }
    const twin = await another!.post('/sources', { name: NAME, kind: 'military' });
    expect(twin.status).toBe(201);
    const secondTwin = { name: NAME, kind: 'person', confidential: true, publicLabel: 'Somebody' };
    const third = await workspace.client('fact_checker', 'third');
    const colleague = await workspace.client('fact_checker', 'fourth');
    expect((await colleague.post('/sources', { ...secondTwin, name: 'Only mine' })).status).toBe(201);
    expect((await third.post('/sources', { ...secondTwin, name: 'Only mine' })).status).toBe(201);
    expect((await third.post('/sources', { ...secondTwin, name: 'Only mine' })).body.code).toBe(
      'source.duplicate',
    );
    for (const by of [recorder, editor]) {
      const conflict = await by.post('/sources', { name: ` ${NAME} `, kind: 'military' });
      expect(conflict).toMatchObject({ status: 409, body: { code: 'source.duplicate' } });
    }
  });

  it('may be changed by those alone who see its name', async () => {
    const [, another] = others;
    const refused = await another!.patch(`/sources/${hidden.id}`, { confidential: false }, 1);
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await done(editor.get(`/sources/${hidden.id}`))).toMatchObject({ confidential: true, version: 1 });
    expect(await change(editor, `/sources/${hidden.id}`, { publicLabel: 'An officer' })).toMatchObject({
      name: NAME,
      publicLabel: 'An officer',
    });
    expect((await done(another!.get(`/sources/${hidden.id}`))).name).toBe('An officer');
  });

  it('needs a public label for as long as it is confidential', async () => {
    expect(faults(await recorder.patch(`/sources/${hidden.id}`, { publicLabel: null }, 1))).toEqual({
      status: 400,
      paths: ['publicLabel'],
    });
    const open = await source(recorder);
    expect(faults(await recorder.patch(`/sources/${open.id}`, { confidential: true }, 1))).toEqual({
      status: 400,
      paths: ['publicLabel'],
    });
  });

  it('that was open before is hidden from then on, also in what happened before', async () => {
    const open = await source(recorder, { name: 'Sergeant of the guard', notes: 'Met in Kyiv.' });
    await change(recorder, `/sources/${open.id}`, { name: 'Sergeant of the watch' });
    const about = await claim(recorder, { statement: { sourceId: open.id, stance: 'asserts' } });
    await change(recorder, `/sources/${open.id}`, { confidential: true, publicLabel: 'A sergeant' });
    for (const by of others) {
      const read = JSON.stringify([
        await everyEvent(by),
        await everyItem(by, '/sources'),
        await everyItem(by, `/claims/${about.id}/history`),
        await everyItem(by, `/claims/${about.id}/statements`),
      ]);
      expect(read).not.toContain('Sergeant of the');
      expect(read).not.toContain('Met in Kyiv.');
    }
    const told = JSON.stringify(await everyEvent(editor));
    expect(told).toContain('Sergeant of the guard');
  });

  it('that is opened up is called by its name again', async () => {
    await change(recorder, `/sources/${hidden.id}`, { confidential: false });
    for (const by of others) {
      expect(await done(by.get(`/sources/${hidden.id}`))).toMatchObject({ name: NAME, nameHidden: false });
    }
  });

  it('cannot be opened up under a name that another source has', async () => {
    const [, another] = others;
    await source(another!, { name: NAME });
    const opened = await recorder.patch(`/sources/${hidden.id}`, { confidential: false }, 1);
    expect(opened).toMatchObject({ status: 409, body: { code: 'source.duplicate' } });
  });
});
