import { eventually, type OwnDesk } from '../setup/desk.js';
import { claim, type Client, type Json, queuedClaim, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { Held } from './locks.js';
import { change, done, everyEvent, everyItem, faults, say, untilOpen } from './steps.js';

const WRITERS = 8;

/** The same caller, asking another process. */
function through(desk: OwnDesk, by: Client): Client {
  return Object.assign(Object.create(by), { desk }) as Client;
}

describe('the feed', () => {
  let house: House;
  let desks: OwnDesk[];
  let by: Client;

  beforeAll(async () => {
    house = await House.open();
    desks = [await house.start('all'), await house.start('api')];
    // Commits take differently long, so that transactions end in another order than they wrote in.
    await house.sql((client) =>
      client.query(`
        create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(random() * 0.02); return null; end $$;
        create constraint trigger dawdle after insert on events deferrable initially deferred
          for each row execute function dawdle()`),
    );
  });

  beforeEach(async () => {
    by = await Workspace.open(desks[0]).client('fact_checker');
    await untilOpen(by);
  });

  afterAll(() => house.close());

  /** Writes short and long transactions: fields, claims with statements, claims by all of them, sources. */
  async function write(as: Client, i: number, shared: string, rounds: number) {
    const { id: mine } = await source(as, { party: `Party ${i % 3}` });
    for (let round = 0; round < rounds; round++) {
      const { id } = await claim(as, { statement: { sourceId: mine, stance: 'asserts' } });
      await say(as, shared, mine, round % 2 ? 'denies' : 'asserts');
      await change(as, `/sources/${mine}`, { notes: `Round ${round}` });
      await done(as.patch(`/claims/${id}`, { place: `Place ${round}` }, '*'));
    }
  }

  /** Follows the feed with small pages until it has shown as much as was written, and asks once more then. */
  async function follow(as: Client, limit: number, written: Promise<number>): Promise<Json[]> {
    const events: Json[] = [];
    let [after, total, giveUp] = ['0', Infinity, Infinity];
    void written.then((count) => ([total, giveUp] = [count, Date.now() + 15_000]));
    for (let complete = false; !complete;) {
      complete = events.length >= total || Date.now() > giveUp;
      const page = await done(as.get(`/events?after=${after}&limit=${limit}`));
      expect(page.items.length).toBeLessThanOrEqual(limit);
      events.push(...page.items);
      after = page.nextCursor;
    }
    return events;
  }

  async function countOnRecord(workspaceId: string): Promise<number> {
    const { rows } = await house.sql((client) =>
      client.query('select count(*)::int as count from events where workspace_id = $1', [workspaceId]),
    );
    return rows[0].count;
  }

  async function expectWholeFeed(events: Json[], workspaceId: string) {
    const { rows } = await house.sql((client) =>
      client.query(
        `select id, chain_id, chain_number::int as number from events where workspace_id = $1 order by chain_id, chain_number`,
        [workspaceId],
      ),
    );
    expect(events.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    const cursors = events.map(({ cursor }) => Number(cursor));
    expect(cursors).toEqual([...cursors].sort((a, b) => a - b));
    const place = new Map(events.map(({ id }, i) => [id, i]));
    for (const [i, { id, chain_id: chain }] of rows.entries()) {
      const before = rows[i - 1];
      if (before?.chain_id === chain) expect(place.get(before.id)).toBeLessThan(place.get(id)!);
    }
  }

  it.each([
    ['one process', 1],
    ['two processes', 2],
  ])(
    'shows each event once and in one order while eight write through %s',
    async (_, processes) => {
      const shared = await claim(by);
      const { workspaceId } = await done(by.get('/me'));
      const writers = Array.from({ length: WRITERS }, (_, i) =>
        write(through(desks[i % processes]!, by), i, shared.id, 4),
      );
      const written = Promise.all(writers).then(() => countOnRecord(workspaceId));
      const readers = [3, 7, 200].map((limit, i) =>
        follow(through(desks[i % processes]!, by), limit, written),
      );
      await written;
      const [first, ...others] = await Promise.all(readers);
      await expectWholeFeed(first!, workspaceId);
      for (const events of others) expect(events).toEqual(first);
      for (const desk of desks) expect(await everyEvent(through(desk, by), { limit: 11 })).toEqual(first);
      const history = await everyItem(by, `/claims/${shared.id}/history`);
      expect(first!.filter(({ claimId }) => claimId === shared.id)).toEqual(history);
    },
    90_000,
  );

  it('shows what a process had committed that was killed before it could place it', async () => {
    const doomed = await house.start('api');
    const writer = through(doomed, by);
    const shared = await claim(by);
    const before = await everyEvent(by);
    // While nobody may write to the feed, everything that is committed waits for its place.
    await Held.by(desks[0]!, 'lock table feed in exclusive mode', [], async (held) => {
      await Promise.all(Array.from({ length: WRITERS }, (_, i) => write(writer, i, shared.id, 1)));
      await doomed.kill();
      await held.release();
    });
    const { workspaceId } = await done(by.get('/me'));
    const count = await countOnRecord(workspaceId);
    const events = await eventually(
      () => everyEvent(through(desks[1]!, by)),
      ({ length }) => length >= count,
    );
    expect(events.slice(0, before.length)).toEqual(before);
    await expectWholeFeed(events, workspaceId);
  });

  it('goes on where it ended, from the cursor of a page or of an event', async () => {
    for (let i = 0; i < 3; i++) await claim(by);
    const all = await everyEvent(by);
    const { items, nextCursor } = await done(by.get('/events?limit=2'));
    expect(items).toEqual(all.slice(0, 2));
    expect(nextCursor).toBe(items[1].cursor);
    expect(await everyEvent(by, { after: all[0].cursor })).toEqual(all.slice(1));
    const end = await done(by.get(`/events?after=${all.at(-1).cursor}`));
    expect(end).toEqual({ items: [], nextCursor: all.at(-1).cursor });
    await claim(by);
    expect(await everyEvent(by, { after: end.nextCursor })).toMatchObject([{ type: 'claim.submitted' }]);
  });

  it('is of its workspace alone', async () => {
    const stranger = await Workspace.open(desks[0]).client('admin');
    const { id } = await claim(by);
    const { id: other } = await claim(stranger);
    expect((await everyEvent(by)).map(({ claimId }) => claimId).filter(Boolean)).toEqual([id]);
    expect((await everyEvent(stranger)).map(({ claimId }) => claimId).filter(Boolean)).toEqual([other]);
  });

  it('shows the types that are asked for, also all of a kind', async () => {
    const one = await source(by, { party: 'One' });
    const { id } = await queuedClaim(by);
    await say(by, id, one.id, 'asserts');
    const all = await everyEvent(by);
    const typesOf = (events: Json[]) => [...new Set(events.map(({ type }) => type))];
    for (const [type, fits] of [
      ['claim.submitted', /^claim\.submitted$/],
      ['claim.*', /^claim\./],
      ['source.created,statement.*', /^(source\.created$|statement\.)/],
      ['claim.transitioned, round.*', /^(claim\.transitioned$|round\.)/],
      ['claim.corroboration-changed', /^claim\.corroboration-changed$/],
      ['webhook.*', /^webhook\./],
    ] as const) {
      const found = await everyEvent(by, { type: encodeURIComponent(type), limit: 1 });
      expect({ type, found }).toEqual({ type, found: all.filter((event) => fits.test(event.type)) });
    }
    expect(typesOf(all)).toEqual(
      expect.arrayContaining(['member.admitted', 'policy.changed', 'round.opened']),
    );
  });

  it('takes a cursor through any process that has not heard of it yet, and none that lies ahead', async () => {
    const other = through(desks[1]!, by);
    for (let i = 0; i < 20; i++) {
      // It remembers for a moment how far the feed had come.
      await done(other.get('/events?limit=1'));
      await claim(by);
      const { nextCursor } = await done(by.get(`/events?after=${(await everyEvent(by)).at(-1).cursor}`));
      expect(await done(other.get(`/events?after=${nextCursor}`))).toEqual({ items: [], nextCursor });
    }
    const last = (await everyEvent(by)).at(-1).cursor;
    const ahead = String(Number(last) + 1);
    for (const as of [by, other]) {
      const refused = await as.get(`/events?after=${ahead}`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'cursor.ahead', last } });
    }
  });

  it('refuses what is no place, no type and no number', async () => {
    for (const [query, path] of [
      ['after=abc', 'after'],
      ['after=-1', 'after'],
      ['after=1.5', 'after'],
      ['type=claim', 'type'],
      ['type=*', 'type'],
      ['type=claim.%', 'type'],
      ['type=claim.submited', 'type'],
      ['type=clam.*', 'type'],
      ['type=claim.submitted,,source.*', 'type'],
      ['limit=0', 'limit'],
      ['cursor=1', 'cursor'],
    ] as const) {
      const answer = faults(await by.get(`/events?${query.replace('%', '%25')}`));
      expect({ query, ...answer }).toEqual({ query, status: 400, paths: [path] });
    }
  });
});
