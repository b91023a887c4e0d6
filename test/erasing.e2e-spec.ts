import type { ServerResponse } from 'node:http';
import type pg from 'pg';
import { run } from './edge/process.js';
import { House } from './facts/house.js';
import { done, everyEvent, everyItem, say } from './facts/steps.js';
import { decide, record, take } from './reviews/reviewing.js';
import { eventually, type OwnDesk } from './setup/desk.js';
import { claim, Client, type Json, queuedClaim, source, Workspace } from './setup/workspace.js';
import { deliveries, Receiver, webhook } from './webhooks/receiver.js';

const NAME = 'Wilhelmina Quist';
const EARLIER_NAME = 'Wilhelmina Oosterbaan';
const EMAIL = 'Wilhelmina.Quist@newsroom.example';
const NOTE = 'My brother is their spokesman.';
const KEY_NAME = 'The laptop of Wilhelmina';
const TRACES = /wilhelmina|quist|oosterbaan|my brother/i;

describe('the erasure of a person', () => {
  let house: House;
  let desk: OwnDesk;
  let admin: Client;
  let person: Client;
  let member: Json;
  let receiver: Receiver;
  let hook: string;
  let reviewed: string;

  beforeAll(async () => {
    house = await House.open();
    desk = await house.start('all');
    admin = await Workspace.open(desk).client('admin');
    receiver = await Receiver.open();
    receiver.respond = (_, response: ServerResponse, { text }) => response.writeHead(200).end(text);
    hook = (await webhook(admin, receiver.url)).id;
    await live();
  });

  afterAll(async () => {
    await house.close();
    await receiver.close();
  });

  const again = (key: string) => ({ headers: { 'idempotency-key': key } });
  const erase = (...args: string[]) => run(['erase', ...args], { DATABASE_URL: desk.databaseUrl });
  const verify = () => run(['verify'], { DATABASE_URL: desk.databaseUrl, LOG_LEVEL: 'error' });

  /** A person is admitted, renamed, works in every way that leaves a trace, and has work in hand at the end. */
  async function live(): Promise<void> {
    const given = { email: EMAIL, name: EARLIER_NAME, role: 'editor', languages: ['nl'], skills: ['quist'] };
    member = await done(admin.post('/members', given, again('admitted')));
    await done(admin.patch(`/members/${member.id}`, { name: NAME }, member.version));
    const key = await done(admin.post('/api-keys', { memberId: member.id, name: KEY_NAME }));
    person = new Client(desk, key.key);

    const { id: sourceId } = await source(person);
    await claim(person, { statement: { sourceId, stance: 'asserts' } });
    for (let i = 0; i < 4; i++) await queuedClaim(admin);
    reviewed = await decided();
    const declined = (await done(person.post('/reviews/next', {}, again('taken')))).assignment;
    const why = { token: declined.lease.token, reason: 'conflict_of_interest', note: NOTE };
    await done(person.post(`/assignments/${declined.id}/decline`, why, again('declined')));
    await take(person);
    // Somebody else is told of them, and asks again.
    const { items } = await done(admin.get('/assignments?state=leased'));
    await done(admin.post(`/assignments/${items[0].id}/break`, { reason: 'Off duty.' }, again('broken')));
    await take(person);
  }

  async function decided(): Promise<string> {
    const { assignment } = await take(person);
    await record(admin, assignment.claimId, 'asserts');
    await done(decide(person, assignment));
    return assignment.claimId;
  }

  /** Every value of every table that holds any of this, as a dump would show it. */
  function traces(): Promise<string[]> {
    return house.sql(async (client) => {
      const { rows: tables } = await client.query(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await client.query(`select t::text as row from ${name} t`);
        found.push(...rows.filter(({ row }) => TRACES.test(row)).map(({ row }) => `${name}: ${row}`));
      }
      return found.sort();
    });
  }

  /** Does something with the guards of the contents taken away, and undoes it. */
  function unguarded(work: (client: pg.Client) => Promise<void>): Promise<void> {
    return house.sql(async (client) => {
      await client.query(
        `create table kept as table event_contents; alter table event_contents disable trigger all`,
      );
      try {
        await work(client);
      } finally {
        await client.query(
          `delete from event_contents; insert into event_contents table kept; drop table kept;
           alter table event_contents enable trigger all`,
        );
      }
    });
  }

  const heard = () =>
    eventually(
      () => deliveries(admin, hook, '?limit=200'),
      (all) => all.length > 0 && all.every(({ state }) => state === 'delivered'),
    );

  it('is refused for nobody, for a bad id and for the last admin, and then nothing is gone', async () => {
    const { id: last } = await done(admin.get('/me'));
    for (const [args, told] of [
      [[], 'Usage'],
      [['--member', 'x'], 'must be the id'],
      [['--account', 'x'], 'must be an e-mail address'],
      [['--account', 'nobody@newsroom.example'], 'Nothing was erased'],
      [['--member', last], 'last admin'],
    ] as const) {
      expect(await erase(...args)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(told),
      });
    }
    expect((await done(admin.get('/me'))).id).toBe(last);
    expect((await done(person.get('/me'))).name).toBe(NAME);
  });

  it('leaves no trace of who they were in any table, and every chain whole', async () => {
    await heard();
    const before = (await traces()).map((trace) => trace.slice(0, trace.indexOf(':')));
    expect([...new Set(before)]).toEqual(
      [
        'accounts',
        'api_keys',
        'assignments',
        'event_contents',
        'idempotency_keys',
        'members',
        'webhook_attempts',
      ].map((table) => `public.${table}`),
    );
    const told = await everyEvent(admin);

    // The address finds them however it is written.
    const erased = await erase('--account', EMAIL.toLowerCase());
    expect(erased).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^Erased: member ${member.id} of w-`),
    });
    expect(erased.stderr).toBe('');
    await eventually(
      () => done(admin.get('/assignments?state=leased')),
      ({ items }) => items.length === 0,
    );
    await heard();
    expect(await traces()).toEqual([]);

    expect(await verify()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^The record is whole: \d+ events \(3 erased\)/),
    });
    const later = await everyEvent(admin);
    const nameless = ({ actor, ...event }: Json) =>
      actor.id === member.id ? { ...event, actor: { ...actor, name: null } } : { ...event, actor };
    expect(later.slice(0, told.length)).toEqual(
      told.map((event) =>
        event.subject.id === member.id ? { ...nameless(event), data: null } : nameless(event),
      ),
    );
    expect(later.slice(told.length).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['member.removed', 'member.erased', 'api-key.revoked']),
    );
  });

  it('ends their key, and leaves what they did to be read and their claims as they were', async () => {
    expect((await person.get('/me')).status).toBe(401);
    expect((await everyItem(admin, '/members')).map(({ id }) => id)).not.toContain(member.id);
    expect(await everyItem(admin, '/api-keys')).toHaveLength(1);
    for (const { id } of await everyItem(admin, '/claims')) {
      expect(await done(admin.get(`/claims/${id}/history/verify`))).toMatchObject({ whole: true, erased: 0 });
      await done(admin.get(`/claims/${id}/timeline`));
      const {
        asOf: _,
        unknown,
        ...past
      } = await done(admin.get(`/claims/${id}?asOf=${new Date().toISOString()}`));
      const now = await done(admin.get(`/claims/${id}`));
      expect(now).toMatchObject({ version: past.version, status: past.status, text: past.text });
      expect(unknown).toEqual([]);
    }
    const { items } = await done(admin.get(`/claims/${reviewed}/reviews`));
    const [turn] = items[0].slots[0].assignments;
    expect(turn).toMatchObject({ state: 'submitted', member: { id: member.id, name: null } });
    expect(turn.decision.content.rating).toBe('unverifiable');
    expect(turn.ledger[0].by).toEqual({ id: member.id, name: null });
    const declined = await done(admin.get('/assignments?state=declined'));
    expect(declined.items).toMatchObject([{ declineReason: 'conflict_of_interest', declineNote: null }]);
  });

  it('lets them come back as somebody new', async () => {
    const back = await done(admin.post('/members', { email: EMAIL, name: NAME, role: 'viewer' }));
    expect(back.id).not.toBe(member.id);
    expect(await erase('--member', back.id)).toMatchObject({ code: 0 });
    expect(await traces()).toEqual([]);
    await say(admin, reviewed, (await source(admin)).id, 'questions');
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('says what it took away, and says so still when they are erased again', async () => {
    const told = () => everyEvent(admin, { type: 'member.erased' });
    const [first] = await told();
    expect(first.subject.id).toBe(member.id);
    expect(first.data.erased).toHaveLength(3);
    expect(await erase('--member', member.id)).toMatchObject({ code: 0 });
    const all = await eventually(told, ({ length }) => length === 3);
    expect(all[0]).toEqual(first);
    expect(all[2]).toMatchObject({ subject: { id: member.id }, data: { erased: [] } });
    expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('(5 erased)') });
  });

  it.each([
    ['content that no erasure took', "e.type = 'member.admitted'", 'its content is gone'],
    ['what an erasure says it took', "e.type = 'member.erased'", 'its content is gone'],
  ])('is no cover for taking away %s', async (_, which, fault) => {
    await unguarded(async (client) => {
      const { rows } = await client.query(
        `delete from event_contents c using events e where c.event_id = e.id and ${which} returning e.id`,
      );
      const { code, stdout } = await verify();
      expect(code).toBe(1);
      for (const { id } of rows) expect(stdout).toMatch(new RegExp(`${id}\\): ${fault}`));
    });
  });

  it('is seen to be undone when what it took is there again', async () => {
    await unguarded(async (client) => {
      const { rows } = await client.query(
        `insert into event_contents (workspace_id, event_id, salt, data)
         select workspace_id, id, '', '{}' from events where type = 'member.updated' returning event_id as id`,
      );
      expect((await verify()).stdout).toContain(
        `(member.updated, ${rows[0].id}): its content is there again`,
      );
    });
  });
});
