import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { eventually, freshDatabase, type OwnDesk, sharedDesk, startDesk } from '../setup/desk.js';
import { run } from '../edge/process.js';
import { claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { runJob } from '../reviews/machine-jobs.js';
import { sql } from '../reviews/reviewing.js';
import { ObjectStore } from './object-store.js';
import { PNG, Site } from './site.js';
import { done } from './steps.js';

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('a file', () => {
  let workspace: Workspace;
  let by: Client;
  let claimId: string;

  beforeEach(async () => {
    workspace = Workspace.open();
    by = await workspace.client('fact_checker');
    claimId = (await claim(by)).id;
  });

  const upload = (bytes: Buffer | string, query: string, who = by) => send(who, bytes, query);
  const add = (fields: object, who = by) =>
    who.post(`/claims/${claimId}/evidence`, { kind: 'image', bearing: 'supports', ...fields });
  const rows = async () => {
    const { id } = await done(by.get('/workspace'));
    return sql(by.desk, 'select state, name from files where workspace_id = $1', [id]);
  };

  it('that is uploaded can be evidence, and is handed over as it came', async () => {
    const uploaded = await upload(
      PNG,
      `name=${encodeURIComponent("it's (1) ü.png")}&sha256=${digestOf(PNG).toUpperCase()}`,
    );
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toEqual({
      id: expect.any(String),
      name: "it's (1) ü.png",
      mediaType: 'image/png',
      size: PNG.length,
      sha256: digestOf(PNG),
      receivedAt: expect.any(String),
      receivedBy: (await done(by.get('/me'))).id,
    });
    const item = await done(add({ fileId: uploaded.body.id, description: 'The training ground.' }));
    expect(item).toMatchObject({
      fileId: uploaded.body.id,
      url: null,
      sha256: digestOf(PNG),
      checkAt: null,
      description: 'The training ground.',
    });
    const response = await fetch(`${by.desk.url}/api/v1/evidence/${item.id}/file`, {
      headers: { authorization: `Bearer ${by.key}` },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''it%27s%20%281%29%20%C3%BC.png",
    );
    expect(response.headers.get('repr-digest')).toBe(
      `sha-256=:${createHash('sha256').update(PNG).digest('base64')}:`,
    );
    const report = await done(by.get(`/evidence/${item.id}/custody`));
    expect(report).toMatchObject({
      files: [{ ...uploaded.body, intact: true }],
      captures: [],
      chain: { whole: true },
    });
    expect(report.entries[0]).toMatchObject({ type: 'evidence.added', actor: { name: 'fact_checker' } });
  });

  it('of another digest than was said, or with nothing in it, is not kept', async () => {
    const wrong = await upload(PNG, `name=a.png&sha256=${digestOf('another')}`);
    expect([wrong.status, wrong.body.errors]).toEqual([
      400,
      [{ path: 'sha256', message: expect.stringContaining(digestOf(PNG)) }],
    ]);
    expect((await upload('', 'name=a.png')).status).toBe(400);
    expect((await upload(PNG, `name=${'a'.repeat(256)}`)).body.errors[0].path).toBe('name');
    expect(await rows()).toEqual([]);
  });

  it('that breaks off is not kept', async () => {
    const url = new URL(`${by.desk.url}/api/v1/files?name=half.png`);
    const sending = request(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${by.key}`, 'content-length': String(PNG.length * 2) },
    });
    sending.on('error', () => undefined);
    sending.write(PNG);
    await eventually(rows, ({ length }) => length === 1);
    sending.destroy();
    expect(await eventually(rows, ({ length }) => length === 0)).toEqual([]);
  });

  it('is named by who may see it alone, and must be of the digest that is said of it', async () => {
    const { id } = (await upload(PNG, 'name=a.png')).body;
    const stranger = await Workspace.open().client('fact_checker');
    const elsewhere = (await claim(stranger)).id;
    const missing = await stranger.post(`/claims/${elsewhere}/evidence`, {
      kind: 'image',
      bearing: 'supports',
      fileId: NOBODY,
    });
    const foreign = await stranger.post(`/claims/${elsewhere}/evidence`, {
      kind: 'image',
      bearing: 'supports',
      fileId: id,
    });
    expect([foreign.status, foreign.body.errors]).toEqual([missing.status, missing.body.errors]);
    const wrong = await add({ fileId: id, sha256: digestOf('another') });
    expect(wrong.body.errors).toEqual([{ path: 'sha256', message: expect.stringContaining(digestOf(PNG)) }]);
    const nothing = await add({});
    expect(nothing.body.errors).toEqual([{ path: 'url', message: expect.stringContaining('fileId') }]);
    expect((await add({ fileId: id })).status).toBe(201);
  });

  it('that nobody uses in a day is taken away, and what is evidence stays', async () => {
    const used = (await upload(PNG, 'name=used.png')).body.id;
    const loose = (await upload('left alone', 'name=loose.txt')).body.id;
    const item = await done(add({ fileId: used }));
    await sql(
      by.desk,
      `update files set received_at = received_at - interval '25 hours' where id = any($1::uuid[])`,
      [[used, loose]],
    );
    await runJob(sharedDesk(), 'file.sweep');
    expect(await rows()).toEqual([{ state: 'attached', name: 'used.png' }]);
    expect((await add({ fileId: loose })).body.errors[0].path).toBe('fileId');
    expect((await by.get(`/evidence/${item.id}/file`)).status).toBe(200);
  });

  it('goes with the evidence of a duplicate to the claim that stays', async () => {
    const editor = await workspace.client('editor');
    const item = await done(add({ fileId: (await upload(PNG, 'name=a.png')).body.id }));
    const survivor = (await claim(by)).id;
    const closing = { to: 'closed', reason: 'duplicate', duplicateOf: survivor };
    await done(editor.post(`/claims/${claimId}/transitions`, closing, { ifMatch: '*' }));
    const [carried] = (await done(by.get(`/claims/${survivor}/evidence`))).items;
    expect(carried).toMatchObject({ fileId: item.fileId, movedFrom: { id: item.id } });
    expect((await by.get(`/evidence/${carried.id}/file`)).status).toBe(200);
  });
});

describe('where files are kept', () => {
  let database: { url: string; drop(): Promise<void> };
  let desk: OwnDesk;
  let by: Client;
  let claimId: string;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  async function open(environment: NodeJS.ProcessEnv): Promise<void> {
    desk = await startDesk(database.url, environment);
    by = await Workspace.open(desk).client('fact_checker');
    claimId = (await claim(by)).id;
  }
  const add = (fields: object): Promise<Json> =>
    done(by.post(`/claims/${claimId}/evidence`, { kind: 'image', bearing: 'supports', ...fields }));
  const intact = async (id: string) =>
    (await done(by.get(`/evidence/${id}/custody`))).files.map((file: Json) => file.intact);

  describe('in a folder', () => {
    let folder: string;
    let site: Site;

    beforeAll(async () => {
      folder = join(process.env['TEST_FILES_DIR']!, `own-${Date.now()}`);
      site = await Site.open();
      await open({ FILES_DIR: folder, FILES_MAX_MB: '1' });
    });
    afterAll(async () => {
      await desk.stop();
      await site.close();
    });

    const paths = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

    it('nothing larger than is allowed gets in, from whichever side', async () => {
      const large = Buffer.alloc(1_000_001, 'a');
      const refused = await send(by, large, 'name=large');
      expect([refused.status, refused.body.code]).toEqual([413, 'request.too_large']);
      expect(refused.body.detail).toContain('1,000,000 bytes');
      expect((await send(by, large.subarray(1), 'name=just')).status).toBe(201);
      const item = await add({ url: site.put('/large', large) });
      const [capture] = await eventually(
        async () => (await done(by.get(`/evidence/${item.id}/captures`))).items,
        ({ length }) => length === 1,
      );
      expect(capture).toMatchObject({ outcome: 'failed', fault: expect.stringContaining('1,000,000 bytes') });
      expect(await paths()).toHaveLength(1);
    });

    it('a file that was changed or taken away by hand is found', async () => {
      const id = (await send(by, PNG, 'name=a.png')).body.id;
      const item = await add({ fileId: id });
      expect(await intact(item.id)).toEqual([true]);
      const path = (await paths()).find((one) => one.endsWith(id))!;
      expect((await readFile(path)).equals(PNG)).toBe(true);
      await writeFile(path, 'something else');
      expect(await intact(item.id)).toEqual([false]);
      await rm(path);
      expect(await intact(item.id)).toEqual([null]);
      const missing = await by.get(`/evidence/${item.id}/file`);
      expect([missing.status, missing.body.code]).toEqual([409, 'file.missing']);
    });

    it('that cannot be used, an upload is refused with a word, and a link is looked at later', async () => {
      await rm(folder, { recursive: true });
      await writeFile(folder, 'no folder any more');
      const refused = await send(by, PNG, 'name=a.png');
      expect([refused.status, refused.body.code]).toEqual([503, 'storage.unavailable']);
      expect(refused.headers.get('retry-after')).toBe('60');
      expect(JSON.stringify(refused.body)).not.toContain(folder);
      const item = await add({ url: site.put('/later', 'later') });
      await eventually(
        () => Promise.resolve(site.asked.filter(({ url }) => url === '/later').length),
        (asked) => asked > 0,
      );
      expect((await done(by.get(`/evidence/${item.id}/captures`))).items).toEqual([]);
      await rm(folder);
      await sql(desk, 'update evidence set check_at = now() where id = $1', [item.id]);
      await runJob(desk, 'evidence.look');
      const { lastCheck } = await eventually(
        () => done(by.get(`/evidence/${item.id}`)),
        ({ lastCheck: last }) => last !== null,
      );
      expect(lastCheck.outcome).toBe('captured');
    });

    it('and what the rows say of links is what the events say', async () => {
      const item = await add({ url: site.put('/told', PNG) });
      await eventually(
        () => done(by.get(`/evidence/${item.id}`)),
        ({ lastCheck }) => lastCheck !== null,
      );
      const verify = () => run(['verify'], { DATABASE_URL: database.url, LOG_LEVEL: 'error' });
      expect(await verify()).toMatchObject({ code: 0 });
      await sql(desk, `update captures set headers = '{}' where evidence_id = $1`, [item.id]);
      expect((await verify()).stdout).toMatch(/capture \S+ of claim \S+: its row says .*: headers\n/);
    });
  });

  describe('in a bucket', () => {
    let store: ObjectStore;

    beforeAll(async () => {
      store = await ObjectStore.open();
      await open({
        FILES_DIR: '',
        FILES_S3: 's3://evidence/of/desk',
        FILES_S3_ENDPOINT: store.url,
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
      });
    });
    afterAll(async () => {
      await desk.stop();
      await store.close();
    });

    it('they lie under the prefix, also when they come in several pieces', async () => {
      const large = Buffer.alloc(20_000_000, 'abcdefg');
      for (const bytes of [PNG, large]) {
        const uploaded = await send(by, bytes, 'name=a');
        expect([uploaded.status, uploaded.body.sha256]).toEqual([201, digestOf(bytes)]);
        const item = await add({ fileId: uploaded.body.id });
        expect(await intact(item.id)).toEqual([true]);
        const key = [...store.objects.keys()].find((one) => one.endsWith(uploaded.body.id))!;
        expect(key).toMatch(/^\/evidence\/of\/desk\//);
        expect(store.objects.get(key)!.equals(bytes)).toBe(true);
        store.objects.delete(key);
        expect((await by.get(`/evidence/${item.id}/file`)).body.code).toBe('file.missing');
      }
    });

    it('a refused upload leaves nothing, and a bucket out of reach is said', async () => {
      expect((await send(by, PNG, `name=a&sha256=${digestOf('another')}`)).status).toBe(400);
      expect(store.objects.size).toBe(0);
      store.fails = true;
      const refused = await send(by, PNG, 'name=a');
      expect([refused.status, refused.body.code]).toEqual([503, 'storage.unavailable']);
    });
  });
});

async function send(by: Client, bytes: Buffer | string, query: string) {
  const response = await fetch(`${by.desk.url}/api/v1/files?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.key}`, 'content-type': 'image/jpeg' },
    body: bytes,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Json,
  };
}
