import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { done, say, untilOpen } from './steps.js';

const POLLED = ['/stats/claims', '/events?limit=200', '/claims', '/sources', '/parties'];

describe('a dashboard that polls', () => {
  let by: Client;

  beforeEach(async () => {
    by = await Workspace.open().client('fact_checker');
    await untilOpen(by);
  });

  it('is told 304 while nothing has changed, and the whole answer once something has', async () => {
    await source(by, { party: 'One' });
    await claim(by);
    for (const path of POLLED) {
      const first = await by.get(path);
      const etag = first.headers.get('etag')!;
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await by.get(path, { 'if-none-match': sent });
        expect(again).toMatchObject({ status: 304, body: '' });
        expect(again.headers.get('etag')).toBe(etag);
      }
      expect((await by.get(path, { 'if-none-match': '"other"' })).body).toEqual(first.body);
    }
    const tags = new Map<string, string>();
    for (const path of POLLED) tags.set(path, (await by.get(path)).headers.get('etag')!);
    await source(by, { party: 'Two' });
    await claim(by);
    for (const [path, etag] of tags) {
      const changed = await by.get(path, { 'if-none-match': etag });
      expect({ path, status: changed.status }).toEqual({ path, status: 200 });
      expect(changed.headers.get('etag')).not.toBe(etag);
    }
  });

  it('has the same tag for the same counts of everybody, and another one for another question', async () => {
    const colleague = await Workspace.open().client('viewer');
    await claim(by, { topics: ['kursk'] });
    const tagOf = async (client: Client, path: string) => (await client.get(path)).headers.get('etag');
    expect(await tagOf(by, '/stats/claims')).toBe(await tagOf(by, '/stats/claims'));
    expect(await tagOf(by, '/stats/claims')).not.toBe(await tagOf(by, '/stats/claims?topic=other'));
    expect(await tagOf(by, '/stats/claims')).not.toBe(await tagOf(colleague, '/stats/claims'));
  });

  it('is told 304 no longer than it may ask, however often it has asked', async () => {
    const workspace = Workspace.open();
    const admin = await workspace.client('admin');
    const { id } = await done(
      admin.post('/members', { email: 'p@newsroom.example', name: 'P', role: 'editor' }),
    );
    const { key, id: keyId } = await done(admin.post('/api-keys', { memberId: id, name: 'p' }));
    const poller = new Client(admin.desk, key);
    const paths = [
      '/stats/claims',
      '/stats/timeline',
      '/stats/queues',
      '/stats/reviewers',
      '/stats/agreement',
    ];
    const tags = new Map<string, string>();
    for (const path of paths) tags.set(path, (await poller.get(path)).headers.get('etag')!);
    const statuses = async () =>
      Promise.all(
        paths.map(async (path) => (await poller.get(path, { 'if-none-match': tags.get(path)! })).status),
      );
    for (let i = 0; i < 20; i++) expect(await statuses()).toEqual([304, 304, 304, 304, 304]);
    await done(admin.patch(`/members/${id}`, { role: 'viewer' }, '*'));
    expect((await statuses())[3]).toBe(403);
    expect((await poller.get('/stats/claims')).status).toBe(200);
    await admin.delete(`/api-keys/${keyId}`);
    expect(await statuses()).toEqual([401, 401, 401, 401, 401]);
  });

  it('is answered with headers of its own, also when it has asked the same before', async () => {
    const { headers: first } = await by.get('/stats/claims');
    const etag = first.get('etag')!;
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await by.get('/stats/claims', { 'if-none-match': etag }));
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('private, no-cache');
    }
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(5);
    const whole = await by.get('/stats/claims');
    expect(whole.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(whole.headers.get('etag')).toBe(etag);
    expect((await by.get('/stats/claims?topic=a&queueId=b')).status).toBe(400);
    const { desk } = by;
    expect((await new Client(desk, `${by.key}x`).get('/stats/claims')).status).toBe(401);
    expect((await new Client(desk, by.key).request('POST', '/stats/claims', {})).status).toBe(405);
  });

  it('that writes is never told less than it wrote', async () => {
    let etag = '';
    for (let i = 1; i <= 200; i++) {
      await claim(by);
      const poll = await by.get('/stats/claims', { 'if-none-match': etag });
      expect(poll).toMatchObject({ status: 200, body: { total: i } });
      etag = poll.headers.get('etag')!;
    }
  });
});

describe('a dashboard that polls one of two processes', () => {
  let house: House;
  let near: OwnDesk;
  let far: OwnDesk;

  beforeAll(async () => {
    house = await House.open();
    [near, far] = await Promise.all([house.start('all'), house.start('api')]);
  });

  afterAll(() => house.close());

  it('is never told less than was written through the same process, whatever the other one does', async () => {
    const [by, busy] = await Promise.all(
      [near, far].map((desk) => Workspace.open(desk).client('fact_checker')),
    );
    let writing = true;
    const others = Array.from({ length: 3 }, async () => {
      while (writing) await claim(busy!);
    });
    const pollers = Array.from({ length: 2 }, async () => {
      while (writing) await done(by!.get('/stats/claims'));
    });
    const write = async () => {
      let etag = '';
      let after = '0';
      for (let i = 1; i <= 200; i++) {
        const { id } = await claim(by!);
        const poll = await by!.get('/stats/claims', { 'if-none-match': etag });
        expect(poll).toMatchObject({ status: 200, body: { total: i } });
        etag = poll.headers.get('etag')!;
        const page = await done(by!.get(`/events?type=claim.submitted&after=${after}`));
        expect(page.items).toMatchObject([{ claimId: id }]);
        after = page.nextCursor;
      }
    };
    await write().finally(() => (writing = false));
    await Promise.all([...others, ...pollers]);
  });

  it('is told 304 a moment longer at the most when its key was revoked through the other one', async () => {
    const workspace = Workspace.open(near);
    const admin = await workspace.client('admin');
    const writer = await workspace.client('viewer');
    const poller = new Client(far, writer.key);
    const etag = (await poller.get('/stats/claims')).headers.get('etag')!;
    const poll = () => poller.get('/stats/claims', { 'if-none-match': etag });
    const { items } = await done(admin.get('/api-keys'));
    const { id } = items.find(({ role }: Json) => role === 'viewer');
    expect((await poll()).status).toBe(304);
    const revoked = Date.now();
    await admin.delete(`/api-keys/${id}`);
    let answer = await poll();
    while (answer.status !== 401 && Date.now() < revoked + 10_000) answer = await poll();
    expect(answer.status).toBe(401);
  });

  it('hears of what was written through the other one without writing anything itself', async () => {
    const writer = await Workspace.open(near).client('fact_checker');
    const reader = Object.assign(Object.create(writer), { desk: far }) as Client;
    const { id: sourceId } = await source(writer);
    let etag = (await reader.get('/stats/claims')).headers.get('etag')!;
    for (let i = 1; i <= 10; i++) {
      const { id } = await claim(writer);
      await say(writer, id, sourceId, 'asserts');
      const poll = await eventually(
        () => reader.get('/stats/claims', { 'if-none-match': etag }),
        ({ body }) => body.byCorroboration?.single_source === i,
      );
      expect(poll.body).toMatchObject({ total: i, byStatus: { triage: i } });
      etag = poll.headers.get('etag')!;
    }
  });
});
