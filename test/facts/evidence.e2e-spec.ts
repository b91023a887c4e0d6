import { quietDesk } from '../setup/desk.js';
import { claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { done, everyItem, faults } from './steps.js';

const SHA256 = '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08';
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('evidence', () => {
  let by: Client;
  let claimId: string;

  const image = { kind: 'image', url: 'https://images.example/1.jpg', bearing: 'supports' };

  beforeEach(async () => {
    // Where no machine looks at links, which stay as they are told of when they are added.
    by = await Workspace.open(quietDesk()).client('fact_checker');
    claimId = (await claim(by)).id;
  });

  const add = (fields: object): Promise<Json> => done(by.post(`/claims/${claimId}/evidence`, fields));
  const version = async () => (await done(by.get(`/claims/${claimId}`))).version;

  it('is kept as it was sent, with its digest in lower case, and raises the version of its claim', async () => {
    const sent = {
      ...image,
      sha256: SHA256,
      capturedAt: '2024-10-24T10:00:00+03:00',
      description: 'Satellite image.\nNorth is up.',
      sensitive: true,
    };
    const answer = await by.post(`/claims/${claimId}/evidence`, sent);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...sent,
      claimId,
      sha256: SHA256.toLowerCase(),
      capturedAt: '2024-10-24T07:00:00.000Z',
      addedBy: (await done(by.get('/me'))).id,
      goneAt: null,
      goneReason: null,
    });
    expect(await done(by.get(`/evidence/${answer.body.id}`))).toEqual(answer.body);
    expect(await everyItem(by, `/claims/${claimId}/evidence`)).toEqual([answer.body]);
    expect(await version()).toBe(2);
  });

  it('needs no more than its kind, its address and its bearing', async () => {
    expect(await add(image)).toMatchObject({
      sha256: null,
      capturedAt: null,
      description: '',
      sensitive: false,
    });
  });

  it('is listed in the order in which it was added, page by page', async () => {
    const added = [];
    for (const kind of ['image', 'video', 'document', 'data', 'page', 'other']) {
      added.push(await add({ ...image, kind, bearing: added.length % 2 ? 'refutes' : 'context' }));
    }
    for (const limit of [1, 4, 200]) {
      expect(await everyItem(by, `/claims/${claimId}/evidence`, limit)).toEqual(added);
    }
  });

  it('changes nothing in what statements say of the claim', async () => {
    const before = await done(by.get(`/claims/${claimId}/corroboration`));
    await add(image);
    expect(await done(by.get(`/claims/${claimId}/corroboration`))).toEqual(before);
  });

  it('stays on the record when it is gone, which can be said once', async () => {
    const { id, ...before } = await add({ ...image, sha256: SHA256 });
    const gone = await by.post(`/evidence/${id}/gone`, { reason: 'The page answers 404.' });
    expect(gone).toMatchObject({
      status: 200,
      body: { id, sha256: before.sha256, goneReason: 'The page answers 404.' },
    });
    expect(Date.parse(gone.body.goneAt)).toBeGreaterThanOrEqual(Date.parse(before.addedAt));
    expect(await done(by.get(`/evidence/${id}`))).toEqual(gone.body);
    expect(await version()).toBe(3);
    const again = await by.post(`/evidence/${id}/gone`, { reason: 'Still 404.' });
    expect(again).toMatchObject({ status: 409, body: { code: 'evidence.gone' } });
    expect(await done(by.get(`/evidence/${id}`))).toEqual(gone.body);
    expect(await version()).toBe(3);
  });

  it('goes once when eight find it gone at once', async () => {
    const { id } = await add(image);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => by.post(`/evidence/${id}/gone`, { reason: `Seen by ${i}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(await version()).toBe(3);
  });

  it('is told of in the history with all that was entered', async () => {
    const {
      id,
      addedBy,
      lastCheck: _last,
      checkAt: _at,
      ...entered
    } = await add({ ...image, sha256: SHA256, description: 'A tank.' });
    await done(by.post(`/evidence/${id}/gone`, { reason: 'Deleted.' }));
    const [, added, gone, ...more] = await everyItem(by, `/claims/${claimId}/history`);
    expect(more).toEqual([]);
    const subject = { type: 'evidence', id };
    expect(added).toMatchObject({ type: 'evidence.added', subject, claimId, actor: { id: addedBy } });
    expect(added.data.evidence).toEqual({ id, ...entered });
    expect(gone).toMatchObject({ type: 'evidence.gone', subject, claimId, reason: 'Deleted.' });
  });

  it('is refused with the path of what is wrong, and nothing is changed then', async () => {
    const refused: [object, string][] = [
      [{ ...image, kind: 'rumour' }, 'kind'],
      [{ ...image, bearing: 'proves' }, 'bearing'],
      [{ ...image, url: 'file:///etc/passwd' }, 'url'],
      [{ kind: 'image', bearing: 'context' }, 'url'],
      [{ ...image, sha256: SHA256.slice(1) }, 'sha256'],
      [{ ...image, sha256: `${SHA256.slice(1)}g` }, 'sha256'],
      [{ ...image, capturedAt: '2024-10-24' }, 'capturedAt'],
      [{ ...image, sensitive: 'yes' }, 'sensitive'],
      [{ ...image, goneAt: null }, 'goneAt'],
    ];
    for (const [body, path] of refused) {
      const answer = await by.post(`/claims/${claimId}/evidence`, body);
      expect({ body, ...faults(answer) }).toEqual({ body, status: 400, paths: [path] });
    }
    const { id } = await add(image);
    expect(faults(await by.post(`/evidence/${id}/gone`, {}))).toEqual({ status: 400, paths: ['reason'] });
    expect((await by.post(`/claims/${NOBODY}/evidence`, image)).status).toBe(404);
    expect((await by.post(`/evidence/${NOBODY}/gone`, { reason: 'x' })).status).toBe(404);
    expect((await by.get(`/evidence/${NOBODY}`)).status).toBe(404);
    expect(await version()).toBe(2);
  });

  it('is of its workspace alone', async () => {
    const { id } = await add(image);
    const stranger = await Workspace.open(quietDesk()).client('admin');
    expect((await stranger.get(`/evidence/${id}`)).status).toBe(404);
    expect((await stranger.post(`/evidence/${id}/gone`, { reason: 'x' })).status).toBe(404);
    expect((await stranger.post(`/claims/${claimId}/evidence`, image)).status).toBe(404);
  });
});
