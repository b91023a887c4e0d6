import { createHash } from 'node:crypto';
import { eventually, sharedDesk } from '../setup/desk.js';
import { claim, type Client, type Json, Workspace } from '../setup/workspace.js';
import { sql } from '../reviews/reviewing.js';
import { PNG, Site } from './site.js';
import { done, everyItem } from './steps.js';

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

describe('what evidence links to', () => {
  let site: Site;
  let by: Client;
  let claimId: string;

  beforeEach(async () => {
    site = await Site.open();
    by = await Workspace.open().client('fact_checker');
    claimId = (await claim(by)).id;
  });
  afterEach(() => site.close());

  const add = (url: string, fields: object = {}): Promise<Json> =>
    done(by.post(`/claims/${claimId}/evidence`, { kind: 'page', url, bearing: 'supports', ...fields }));
  const captures = (id: string): Promise<Json[]> => everyItem(by, `/evidence/${id}/captures`, 1);
  const version = async () => (await done(by.get(`/claims/${claimId}`))).version;

  /** Waits for so many looks at an item, and answers the newest. */
  async function looked(id: string, count = 1): Promise<Json> {
    const [newest] = await eventually(
      () => captures(id),
      ({ length }) => length >= count,
    );
    return newest;
  }

  async function lookAgain(id: string): Promise<Json> {
    const { length } = await captures(id);
    expect((await by.post(`/evidence/${id}/captures`)).status).toBe(202);
    return looked(id, length + 1);
  }

  async function bytesOf(path: string): Promise<{ bytes: Buffer; headers: Headers }> {
    const response = await fetch(`${by.desk.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${by.key}` },
    });
    expect(response.status).toBe(200);
    return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  }

  it('is fetched and kept with its digest, headers, way and time, and the record tells of it', async () => {
    const picture = site.put('/a/b%C3%A9.png', PNG, { 'content-type': 'text/plain', 'x-cache': 'HIT' });
    const url = site.on('/moved', (_, response) =>
      response.writeHead(302, { location: '/a/b%C3%A9.png' }).end(),
    );
    const before = await version();
    const item = await add(url);
    expect(item).toMatchObject({ lastCheck: null, fileId: null, checkAt: item.addedAt });

    const capture = await looked(item.id);

    expect(capture).toMatchObject({
      evidenceId: item.id,
      number: 1,
      cause: 'added',
      outcome: 'captured',
      url,
      redirects: [{ url, status: 302 }],
      finalUrl: picture,
      status: 200,
      headers: { 'content-type': 'text/plain', 'x-cache': 'HIT' },
      file: {
        name: 'bé.png',
        mediaType: 'image/png',
        size: PNG.length,
        sha256: digestOf(PNG),
        receivedBy: null,
      },
      fault: null,
      tool: expect.stringMatching(/^second-source \d/),
    });
    expect(Date.parse(capture.finishedAt)).toBeGreaterThanOrEqual(Date.parse(capture.startedAt));
    const after = await done(by.get(`/evidence/${item.id}`));
    expect(after.lastCheck).toEqual({ outcome: 'captured', at: capture.finishedAt });
    // Looked at again in a day.
    expect(Date.parse(after.checkAt) - Date.parse(capture.finishedAt)).toBeGreaterThan(86_300_000);
    expect(await version()).toBe(before + 1);
    const told = (await everyItem(by, `/claims/${claimId}/history`)).at(-1);
    const { file, ...fields } = capture;
    expect(told).toMatchObject({
      type: 'evidence.checked',
      actor: { type: 'system' },
      subject: { type: 'evidence', id: item.id },
      data: { capture: { ...fields, fileId: file.id }, file: { sha256: file.sha256 }, askedBy: null },
    });
    expect(site.asked.map(({ url: path, headers }) => [path, headers['user-agent'], headers.cookie])).toEqual(
      [
        ['/moved', 'second-source', undefined],
        ['/a/b%C3%A9.png', 'second-source', undefined],
      ],
    );
  });

  it('is handed over to be saved, as a picture where it is one, and never as a page', async () => {
    const picture = await add(site.put('/picture', PNG));
    const page = await add(
      site.put('/page.html', '<script>alert(1)</script>', { 'content-type': 'text/html; charset=utf-8' }),
    );
    const drawing = await add(
      site.put('/drawing.svg', '<svg><script/></svg>', { 'content-type': 'image/svg+xml' }),
    );
    const expected = [
      [picture, 'image/png', 'image/png', PNG],
      [page, 'text/html', 'application/octet-stream', Buffer.from('<script>alert(1)</script>')],
      [drawing, 'image/svg+xml', 'application/octet-stream', Buffer.from('<svg><script/></svg>')],
    ];
    for (const [item, mediaType, served, content] of expected as [Json, string, string, Buffer][]) {
      const capture = await looked(item.id);
      expect(capture.file.mediaType).toBe(mediaType);
      for (const path of [`/captures/${capture.id}/file`, `/evidence/${item.id}/file`]) {
        const { bytes, headers } = await bytesOf(path);
        expect(bytes.equals(content)).toBe(true);
        expect(Object.fromEntries(headers)).toMatchObject({
          'content-type': served,
          'content-length': String(content.length),
          'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''/),
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        });
      }
    }
  });

  it('is looked at again: what is the same is not kept twice, what has changed is kept beside', async () => {
    const url = site.put('/page', 'first');
    const { id } = await add(url);
    const first = await looked(id);
    const same = await lookAgain(id);
    expect(same).toMatchObject({ number: 2, cause: 'asked', outcome: 'unchanged', file: first.file });
    site.put('/page', 'second');
    const changed = await lookAgain(id);
    expect(changed).toMatchObject({ number: 3, outcome: 'changed', file: { sha256: digestOf('second') } });

    expect((await bytesOf(`/captures/${first.id}/file`)).bytes.toString()).toBe('first');
    expect((await bytesOf(`/evidence/${id}/file`)).bytes.toString()).toBe('second');
    const kept = await sql(by.desk, 'select count(*)::int as n from files where workspace_id = $1', [
      (await done(by.get('/workspace'))).id,
    ]);
    expect(kept).toEqual([{ n: 2 }]);
    const report = await done(by.get(`/evidence/${id}/custody`));
    expect(report).toMatchObject({
      evidence: { id },
      entries: [
        { type: 'evidence.added', actor: { type: 'member', name: 'fact_checker' } },
        { type: 'evidence.checked', actor: { type: 'system' } },
        { type: 'evidence.checked' },
        { type: 'evidence.checked' },
      ],
      captures: [first, same, changed],
      files: expect.arrayContaining([
        { ...first.file, intact: true },
        { ...changed.file, intact: true },
      ]),
      chain: { claimId, whole: true },
    });
    expect(report.files).toHaveLength(2);
    expect(report.entries.at(-1).digest).toBe(report.chain.head);
  });

  it('is gone when it is not there twice in a row, which raises the version of the claim, and not looked at again', async () => {
    const url = site.put('/page', 'something');
    const { id } = await add(url);
    await looked(id);
    site.take('/page');
    const missed = await lookAgain(id);
    expect(missed).toMatchObject({
      outcome: 'vanished',
      status: 404,
      file: null,
      fault: 'The server answered 404.',
    });
    const doubted = await done(by.get(`/evidence/${id}`));
    expect(doubted).toMatchObject({ goneAt: null, lastCheck: { outcome: 'vanished' } });
    expect(Date.parse(doubted.checkAt) - Date.parse(missed.finishedAt)).toBeLessThan(3_700_000);
    const before = await version();

    await lookAgain(id);

    expect(await done(by.get(`/evidence/${id}`))).toMatchObject({
      goneAt: expect.any(String),
      goneReason: expect.stringContaining('The server answered 404.'),
      checkAt: null,
    });
    expect(await version()).toBe(before + 1);
    expect((await everyItem(by, `/claims/${claimId}/history`)).at(-1)).toMatchObject({
      type: 'evidence.gone',
      actor: { type: 'system' },
    });
    expect((await bytesOf(`/evidence/${id}/file`)).bytes.toString()).toBe('something');
    const again = await by.post(`/evidence/${id}/captures`);
    expect([again.status, again.body.code]).toEqual([409, 'evidence.gone']);
  });

  it.each<[string, (site: Site) => string, string]>([
    [
      'an answer that says no',
      (there) => there.on('/', (_, response) => response.writeHead(503).end()),
      'The server answered 503.',
    ],
    [
      'an answer that breaks off',
      (there) =>
        there.on('/', (_, response) => {
          response.writeHead(200, { 'content-length': '1000' }).write('only this');
          response.socket!.destroySoon();
        }),
      'It broke off',
    ],
    ['an answer with nothing in it', (there) => there.put('/', ''), 'nothing in the file'],
    [
      'what leads on for ever',
      (there) => there.on('/', (_, response) => response.writeHead(301, { location: '/' }).end()),
      'more than 10 times',
    ],
    [
      'what leads on into a network that is not public',
      (there) =>
        there.on('/', (_, response) =>
          response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end('see there'),
        ),
      'must lead to a public address',
    ],
    [
      'what leads on to a file of the machine',
      (there) =>
        there.on('/', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
      'must be an http or https address',
    ],
  ])('is not known after %s, of which the record says nothing', async (_, lead, fault) => {
    const item = await add(lead(site));
    expect(await looked(item.id)).toMatchObject({
      outcome: 'failed',
      file: null,
      fault: expect.stringContaining(fault),
    });
    expect((await everyItem(by, `/claims/${claimId}/history`)).at(-1).type).toBe('evidence.added');
    const none = await by.get(`/evidence/${item.id}/file`);
    expect([none.status, none.body.code]).toEqual([404, 'file.none']);
  });

  it('is looked at again soon after it could not be reached, and never where it may not be', async () => {
    const broken = await add(site.on('/', (_, response) => response.writeHead(500).end()));
    const { finishedAt } = await looked(broken.id);
    const { checkAt } = await done(by.get(`/evidence/${broken.id}`));
    expect(Date.parse(checkAt) - Date.parse(finishedAt)).toBeLessThan(601_000);
    const inside = await add('http://192.168.0.1/router');
    expect(await looked(inside.id)).toMatchObject({ outcome: 'failed', status: null, headers: null });
    expect((await done(by.get(`/evidence/${inside.id}`))).checkAt).toBeNull();
  });

  it('is left alone where whoever adds it says so, or where there is no link', async () => {
    const url = site.put('/page', 'something');
    const item = await add(url, { capture: false });
    expect(item.checkAt).toBeNull();
    const offline = await done(
      by.post(`/claims/${claimId}/evidence`, {
        kind: 'other',
        bearing: 'context',
        sha256: digestOf('in the safe'),
      }),
    );
    expect(offline).toMatchObject({ url: null, fileId: null, checkAt: null });
    const none = await by.post(`/evidence/${offline.id}/captures`);
    expect([none.status, none.body.code]).toEqual([409, 'evidence.no_link']);
    expect(await lookAgain(item.id)).toMatchObject({ outcome: 'captured', cause: 'asked' });
    expect(site.asked).toHaveLength(1);
  });

  it('is looked at by one worker alone, however often it is wanted', async () => {
    const url = site.put('/page', 'something');
    const { id } = await add(url, { capture: false });
    await Promise.all(Array.from({ length: 5 }, () => by.post(`/evidence/${id}/captures`)));
    await looked(id);
    await eventually(
      () => sql(sharedDesk(), 'select 1 from evidence where id = $1 and check_asked_by is not null', [id]),
      (rows) => rows.length === 0,
    );
    expect((await captures(id)).length).toBe(site.asked.length);
  });
});
