import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { change, done, everyEvent, untilOpen } from './steps.js';
import { StreamReader } from './streams.js';

const through = (desk: OwnDesk, by: Client): Client => new Client(desk, by.key);
const CHANGES = 1200;
const PER_SECOND = 200;
const TOKEN = 'a-token-that-only-this-test-knows';
const ids = (events: Json[]) => events.map(({ id }) => id);

describe('the stream of events', () => {
  let house: House;
  let desks: OwnDesk[];
  let workspace: Workspace;
  let by: Client;
  const readers: StreamReader[] = [];

  function reader(as: Client, query = ''): StreamReader {
    const made = new StreamReader(as, query);
    readers.push(made);
    return made;
  }

  beforeAll(async () => {
    house = await House.open();
    desks = await Promise.all([house.start('all'), house.start('api', { METRICS_TOKEN: TOKEN })]);
  });
  beforeEach(async () => {
    workspace = Workspace.open(desks[0]);
    by = await workspace.client('fact_checker');
    await untilOpen(by);
  });
  afterEach(() => readers.splice(0).forEach((one) => one.drop()));
  afterAll(() => house.close());

  /** Puts as many long events on the record as no buffer on the way to a reader holds. */
  function fill(count: number) {
    return house.sql((client) =>
      client.query(
        `with made as (
           insert into events (id, workspace_id, type, at, actor_type, subject_type, subject_id, chain_id, chain_number,
                               content_digest, digest)
           select id, workspace_id, 'policy.changed', now(), 'system', 'workspace', id, id, 1, sha256(''), sha256('')
             from (select gen_random_uuid() as id, w.id as workspace_id from workspaces w, generate_series(1, $2::int)
                    where slug = $1) ids
           returning id, workspace_id, type
         ), contents as (
           insert into event_contents (workspace_id, event_id, salt, data, reason)
           select workspace_id, id, '', '{"changes": {}}', repeat('x', 10000) from made
         )
         insert into unplaced_events (workspace_id, event_id, type) select workspace_id, id, type from made`,
        [workspace.slug, count],
      ),
    );
  }

  async function cutOff(): Promise<number> {
    const answer = await fetch(`${desks[1]!.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    return Number(/streams_cut_off_total (\d+)/.exec(await answer.text())?.[1]);
  }

  async function until(one: StreamReader, wanted: (events: Json[]) => boolean): Promise<void> {
    await eventually(() => Promise.resolve(one.events), wanted);
  }

  it('tells what happens through either process, word for word as the feed does', async () => {
    const [near, far, some] = [reader(by), reader(through(desks[1]!, by)), reader(by, '?type=source.*')];
    const opened = await Promise.all([near, far, some].map((one) => one.connect()));
    for (const { headers } of opened) {
      expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(headers.get('cache-control')).toContain('no-transform');
      expect(headers.get('x-accel-buffering')).toBe('no');
      expect(headers.get('x-request-id')).not.toBeNull();
    }
    const { cursor } = (await everyEvent(by)).at(-1);
    await claim(by);
    await source(through(desks[1]!, by));
    const told = await eventually(
      () => everyEvent(by, { after: cursor }),
      ({ length }) => length === 2,
    );
    await until(near, ({ length }) => length === 2);
    await until(far, ({ length }) => length === 2);
    await until(some, ({ length }) => length === 1);
    expect(near.events).toEqual(told);
    expect(far.events).toEqual(told);
    expect(some.events).toEqual([told[1]]);
    expect(near.lastId).toBe(told[1].cursor);
  });

  it('goes on after any event, whichever process is asked, and from the beginning with after=0', async () => {
    for (let i = 0; i < 70; i++) await claim(by);
    const all = await everyEvent(by);
    const whole = reader(by, '?after=0');
    await whole.connect();
    await until(whole, ({ length }) => length === all.length);
    expect(whole.events).toEqual(all);

    const rest = reader(through(desks[1]!, by), '?after=0');
    rest.lastId = all[30].cursor;
    await rest.connect();
    await until(rest, ({ length }) => length === all.length - 31);
    expect(rest.events).toEqual(all.slice(31));
    for (const wrong of ['x', '-1', '1.5']) {
      const refused = await by.get('/events/stream', { 'last-event-id': wrong });
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'Last-Event-ID']);
      expect((await by.get(`/events/stream?after=${wrong}`)).status).toBe(400);
    }
    for (const [query, headers] of [
      ['?after=999999999', {}],
      ['', { 'last-event-id': '999999999' }],
    ] as const) {
      const ahead = await by.get(`/events/stream${query}`, headers);
      expect(ahead).toMatchObject({ status: 409, body: { code: 'cursor.ahead', last: all.at(-1).cursor } });
    }
    expect((await by.get('/events/stream?type=nonsense')).status).toBe(400);
    expect((await by.request('HEAD', '/events/stream', {})).status).toBe(200);
  });

  it('keeps the name of a confidential source from those who may not see it', async () => {
    const [editor, viewer] = [await workspace.client('editor'), await workspace.client('viewer')];
    const secret = await source(by, { name: 'Ada Lovelace' });
    await change(by, `/sources/${secret.id}`, { confidential: true, publicLabel: 'A mathematician' });
    const [own, all, some] = [by, editor, viewer].map((as) => reader(as, '?after=0&type=source.*'));
    for (const one of [own!, all!, some!]) await one.connect();
    for (const one of [own!, all!, some!]) await until(one, ({ length }) => length === 2);
    const nameIn = (one: StreamReader) => one.events[0].data.source.name;
    expect([own!, all!, some!].map(nameIn)).toEqual(['Ada Lovelace', 'Ada Lovelace', undefined]);
    expect(JSON.stringify(some!.events)).not.toContain('Lovelace');
    // Those who have caught up are told the same, each as much as they may see.
    const other = await source(by, { name: 'Grace', confidential: true, publicLabel: 'An admiral' });
    for (const one of [own!, all!, some!]) await until(one, ({ length }) => length === 3);
    expect(some!.events[2].subject.id).toBe(other.id);
    expect(JSON.stringify(some!.events)).not.toContain('Grace');
  });

  it('ends when a key is revoked, its time is over or its member is removed, in every process', async () => {
    const admin = await workspace.client('admin');
    const member = (await done(admin.get('/members'))).items.find(
      ({ role }: Json) => role === 'fact_checker',
    );
    const keyOf = async (expiresAt: string | null) =>
      done(admin.post('/api-keys', { memberId: member.id, name: 'stream', expiresAt }));
    const revoked = await keyOf(null);
    const expiring = await keyOf(new Date(Date.now() + 3000).toISOString());
    const streams = [revoked, expiring, { key: by.key }, { key: admin.key }].map(({ key }) =>
      reader(new Client(desks[1]!, key)),
    );
    for (const one of streams) expect((await one.connect()).status).toBe(200);
    const [first, second, third, last] = streams as [StreamReader, StreamReader, StreamReader, StreamReader];

    await done(admin.delete(`/api-keys/${revoked.id}`));
    await until(last, (events) => events.some(({ type }) => type === 'api-key.revoked'));
    await eventually(
      () => Promise.resolve(first.ended),
      (ended) => ended,
    );
    // Whoever is told nothing any more was not told of that either.
    expect(first.events.filter(({ type }) => type === 'api-key.revoked')).toEqual([]);
    expect(third.ended).toBe(false);
    await eventually(
      () => Promise.resolve(second.ended),
      (ended) => ended,
    );
    await done(admin.delete(`/members/${member.id}`));
    await until(last, (events) => events.some(({ type }) => type === 'member.removed'));
    await eventually(
      () => Promise.resolve(third.ended),
      (ended) => ended,
    );
    expect(third.events.filter(({ type }) => type === 'member.removed')).toEqual([]);
    expect(last.ended).toBe(false);
    expect((await first.connect()).status).toBe(401);
  });

  it('hides what a demoted member may not see any more from the moment of the demotion on', async () => {
    const admin = await workspace.client('admin');
    const editor = await workspace.client('editor');
    const listening = reader(through(desks[1]!, editor), '?type=source.*');
    await listening.connect();
    const member = (await done(admin.get('/members'))).items.find(({ role }: Json) => role === 'editor');
    await done(admin.patch(`/members/${member.id}`, { role: 'viewer' }, member.version));
    const named = await source(by, { name: 'Named later' });
    await change(by, `/sources/${named.id}`, { confidential: true, publicLabel: 'Somebody' });
    await until(listening, ({ length }) => length === 2);
    expect(listening.events[1].data.changes).not.toHaveProperty('name');
  });

  it('cuts off a reader that takes nothing, and lets it go on where it stood', async () => {
    await fill(2000);
    const { port, hostname } = new URL(desks[1]!.url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.on('error', () => undefined);
    socket.write(
      `GET /api/v1/events/stream?after=0 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${by.key}\r\n\r\n`,
    );
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await eventually(cutOff, (count) => count === 1);
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.resume();
    await closed;
    const told = [...received.matchAll(/(?:^|\n)id: (\d+)\ndata: \{.*\}\n\n/g)].map(([, id]) => id);
    const all = await everyEvent(by);
    expect(told.length).toBeLessThan(all.length);
    const rest = reader(by);
    rest.lastId = told.at(-1) ?? '0';
    await rest.connect();
    await until(rest, ({ length }) => length === all.length - told.length);
    expect([...told, ...rest.events.map(({ cursor }) => cursor)]).toEqual(all.map(({ cursor }) => cursor));
  });

  it('ends when its process stops, and goes on through another one', async () => {
    const leaving = await house.start('api', { DRAIN_SECONDS: '0' });
    const one = reader(through(leaving, by));
    await one.connect();
    const before = await claim(by);
    await until(one, ({ length }) => length === 1);
    leaving.process.kill('SIGTERM');
    await eventually(
      () => Promise.resolve(one.ended),
      (ended) => ended,
    );
    const after = await claim(by);
    await one.connect(through(desks[1]!, by));
    await until(one, ({ length }) => length === 2);
    expect(one.events.map(({ claimId }) => claimId)).toEqual([before.id, after.id]);
  });

  it('tells fifty readers the same whole sequence, half of whom drop and resume, under two hundred changes a second', async () => {
    const everybody = Array.from({ length: 50 }, (_, i) => reader(through(desks[i % 2]!, by)));
    await claim(by);
    const { cursor } = (await everyEvent(by)).at(-1);
    for (const one of everybody) one.lastId = cursor;
    await Promise.all(everybody.map((one) => one.connect()));
    let writing = true;
    const dropping = everybody.slice(25).map(async (one, i) => {
      while (writing) {
        await pause(300 + 40 * i);
        one.drop();
        const { status } = await one.connect(through(desks[Math.floor(Math.random() * 2)]!, by));
        expect(status).toBe(200);
      }
    });
    const start = performance.now();
    let begun = 0;
    const writers = Array.from({ length: 16 }, async () => {
      while (begun < CHANGES) {
        const i = begun++;
        const ahead = start + (i * 1000) / PER_SECOND - performance.now();
        if (ahead > 0) await pause(ahead);
        await claim(through(desks[i % 2]!, by));
      }
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(dropping);
    const all = await eventually(
      () => everyEvent(by, { after: cursor }),
      ({ length }) => length === CHANGES,
    );
    for (const one of everybody) {
      await until(one, ({ length }) => length >= all.length);
      expect(ids(one.events)).toEqual(ids(all));
    }
  });
});
