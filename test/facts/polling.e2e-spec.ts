import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, type Client, source, Workspace } from '../setup/workspace.js';
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
  }, 120_000);

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
