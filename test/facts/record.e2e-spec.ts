import type pg from 'pg';
import type { OwnDesk } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { change, done, everyEvent, everyItem, say, strike, untilOpen } from './steps.js';

describe('the record', () => {
  let house: House;
  let desk: OwnDesk;
  let by: Client;

  beforeAll(async () => {
    house = await House.open();
    // Faults are made here on purpose; they need not be read in the output of the tests.
    desk = await house.start('api', { LOG_LEVEL: 'silent' });
  });

  beforeEach(async () => {
    by = await Workspace.open(desk).client('admin');
    await untilOpen(by);
  });

  afterAll(() => house.close());

  /** Does something and answers the events that it wrote. */
  async function eventsOf(work: () => Promise<unknown>): Promise<Json[]> {
    const after = (await everyEvent(by)).at(-1)?.cursor;
    await work();
    return everyEvent(by, { after });
  }

  it('says who did what to which thing, for every change', async () => {
    const { id: me, name } = await done(by.get('/me'));
    const [one, two] = [await source(by, { party: 'One' }), await source(by, { party: 'Two' })];
    const entered = await claim(by);
    const said = await say(by, entered.id, one.id, 'asserts');
    const image = { kind: 'image', url: 'https://images.example/1.jpg', bearing: 'supports' };
    const evidence = await done(by.post(`/claims/${entered.id}/evidence`, image));
    const acts: [() => Promise<unknown>, [string, string][]][] = [
      [() => source(by, { party: 'Three' }), [['source.created', 'source']]],
      [() => change(by, `/sources/${one.id}`, { notes: 'x' }), [['source.updated', one.id]]],
      [
        () => by.post(`/sources/${one.id}/grades`, { reliability: 'B', reason: 'x' }),
        [['source.graded', one.id]],
      ],
      [
        () => by.patch(`/parties/${one.partyId}`, { aliases: ['Uno'] }, '*'),
        [['party.updated', one.partyId]],
      ],
      [
        () => by.post(`/parties/${two.partyId}/merge`, { into: one.partyId }),
        [['party.merged', two.partyId]],
      ],
      [() => change(by, '/policy', { corroborationThreshold: 3 }), [['policy.changed', 'workspace']]],
      [() => claim(by), [['claim.submitted', 'claim']]],
      [() => change(by, `/claims/${entered.id}`, { place: 'Kursk' }), [['claim.updated', entered.id]]],
      [
        () => say(by, entered.id, two.id, 'denies'),
        [
          ['statement.recorded', 'statement'],
          ['claim.corroboration-changed', entered.id],
        ],
      ],
      [
        () => strike(by, said.id),
        [
          ['statement.struck', said.id],
          ['claim.updated', entered.id],
          ['claim.corroboration-changed', entered.id],
        ],
      ],
      [() => by.post(`/claims/${entered.id}/evidence`, image), [['evidence.added', 'evidence']]],
      [() => by.post(`/evidence/${evidence.id}/gone`, { reason: 'x' }), [['evidence.gone', evidence.id]]],
    ];
    for (const [act, expected] of acts) {
      const events = await eventsOf(act);
      const told = events.map(({ type, subject }) => [type, subject.id]);
      expect(told).toEqual(
        expected.map(([type, subject]) => [type, /^[a-z]+$/.test(subject) ? expect.any(String) : subject]),
      );
      for (const event of events) {
        expect(event.actor).toEqual({ type: 'member', id: me, name });
        expect(event.subject.type).toBe(
          event.type === 'policy.changed' ? 'workspace' : event.type.split('.')[0],
        );
        expect(Object.keys(event.data)).not.toEqual([]);
      }
    }
  });

  it('holds the initial values of what was entered, and the reason of what was struck', async () => {
    const fields = { party: 'One', country: 'UA', notes: 'Daily.', urls: ['https://one.example/'] };
    const one = await source(by, fields);
    const entered = await claim(by);
    const said = await say(by, entered.id, one.id, 'asserts', {
      quote: 'Yes.',
      saidAt: '2024-10-24',
      credibility: 3,
    });
    await strike(by, said.id, { reason: 'Another person.' });
    const byType = Object.fromEntries((await everyEvent(by)).map((event) => [event.type, event]));
    const { id, name, kind, partyId } = one;
    expect(byType['source.created'].data.source).toMatchObject({ id, name, kind, partyId, ...fields });
    const {
      sourceName: _n,
      recordedBy: _b,
      struckAt: _s,
      strikeReason: _r,
      replacementId: _i,
      ...told
    } = said;
    expect(byType['statement.recorded'].data.statement).toEqual(told);
    expect(byType['statement.struck']).toMatchObject({
      reason: 'Another person.',
      data: { statementId: said.id, replacementId: null },
    });
    expect(byType['claim.corroboration-changed'].data).toMatchObject({
      from: { status: 'single_source', support: 1 },
      to: { status: 'unsourced', support: 0 },
      cause: { struckId: said.id },
    });
  });

  it('is written in the transaction of the change itself', async () => {
    const one = await source(by, { party: 'One' });
    const entered = await claim(by, { statement: { sourceId: one.id, stance: 'asserts' } });
    const rows: [string, string, string][] = [];
    const written = async (table: string, id: string, type: string) => {
      const { rows: found } = await house.sql((client) =>
        client.query(
          `select t.xmin = e.xmin as together from ${table} t, events e
            where t.id = $1 and e.type = $2 order by e.at desc, e.id desc limit 1`,
          [id, type],
        ),
      );
      rows.push([table, type, found[0].together]);
    };
    await written('claims', entered.id, 'claim.submitted');
    await written('sources', one.id, 'source.created');
    await change(by, `/claims/${entered.id}`, { place: 'Kursk' });
    await written('claims', entered.id, 'claim.updated');
    const said = await say(by, entered.id, one.id, 'denies');
    await written('statements', said.id, 'statement.recorded');
    await written('claims', entered.id, 'claim.corroboration-changed');
    await strike(by, said.id);
    await written('statements', said.id, 'statement.struck');
    await change(by, `/sources/${one.id}`, { party: 'Two' });
    await written('sources', one.id, 'source.updated');
    expect(rows).toEqual(rows.map(([table, type]) => [table, type, true]));
  });

  it('lets no change happen whose event cannot be written', async () => {
    const one = await source(by, { party: 'One' });
    const { id } = await claim(by);
    const before = await Promise.all([read(''), read('/statements'), read('/history')]);
    await house.sql((client) =>
      client.query(`
        create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
        create trigger fail before insert on event_contents for each row execute function fail()`),
    );
    const statement = { sourceId: one.id, stance: 'asserts' };
    const answers = await Promise.all([
      by.post(`/claims/${id}/statements`, statement),
      by.patch(`/claims/${id}`, { place: 'Kursk' }, 1),
      by.post('/claims', { text: 'x', language: 'en', statement }),
      by.post('/sources', { name: 'x', kind: 'other', party: 'New' }),
      by.patch(`/sources/${one.id}`, { party: 'New' }, 1),
    ]).finally(() =>
      house.sql((client) => client.query('drop trigger fail on event_contents; drop function fail')),
    );
    for (const { status, body } of answers) expect([status, body.code]).toEqual([500, 'server.fault']);
    expect(await Promise.all([read(''), read('/statements'), read('/history')])).toEqual(before);
    expect(await everyItem(by, '/claims')).toHaveLength(1);
    expect(await everyItem(by, '/sources')).toMatchObject([{ id: one.id, version: 1 }]);
    expect(await everyItem(by, '/parties')).toMatchObject([{ name: 'One' }]);

    function read(path: string) {
      return done(by.get(`/claims/${id}${path}`));
    }
  });

  it.each([
    ['update events set type = type'],
    ['delete from events'],
    ['truncate events cascade'],
    ['update event_contents set reason = reason'],
    ['delete from event_contents'],
    ['truncate event_contents'],
    ['update feed set type = type'],
    ['delete from feed'],
    ['truncate feed'],
    ['update policy_versions set corroboration_threshold = 1'],
    ['delete from policy_versions'],
    ['delete from claims'],
    ['truncate claims cascade'],
    [`set second_source.erasure = 'on'; update event_contents set reason = reason`],
    [`set second_source.erasure = 'on'; truncate event_contents`],
    [`set second_source.erasure = 'on'; delete from events`],
    [`set second_source.erasure = 'off'; delete from event_contents`],
  ])('is refused by the database: %s', async (statement) => {
    await claim(by);
    await everyEvent(by);
    await expect(house.sql((client) => client.query(statement))).rejects.toMatchObject({ code: '23001' });
  });

  it('is not whole where contents were taken away by hand, and can be read and continued all the same', async () => {
    const { id } = await claim(by, { text: 'Said by a person who would rather be forgotten.' });
    await change(by, `/claims/${id}`, { text: 'Forgotten.' });
    await change(by, `/claims/${id}`, { place: 'Kursk' });
    const before = await everyItem(by, `/claims/${id}/history`);
    expect(await verify(by, id)).toMatchObject({ claimId: id, whole: true, length: 3, brokenAt: null });

    await erase(house, [before[1].id]);
    expect(await verify(by, id)).toMatchObject({ whole: false, brokenAt: 2 });
    const after = await everyItem(by, `/claims/${id}/history`);
    expect(after).toEqual([before[0], { ...before[1], data: null }, before[2]]);
    const ids = new Set(after.map((event) => event.id));
    expect((await everyEvent(by)).filter((event) => ids.has(event.id))).toEqual(after);
    await change(by, `/claims/${id}`, { place: 'Belgorod' });
    expect(await verify(by, id)).toMatchObject({ whole: false, brokenAt: 2 });
  });

  it('is whole whatever was written into it', async () => {
    const texts = ['Zażółć 👩‍👩‍👧 \u202e gęślą', '"\\\u0001\b\n\t\u2028', '{"a": 1}', 'ﬁ ½ Ａ e\u0301'];
    const { id } = await claim(by, { text: 'x' });
    for (const text of texts) {
      await change(by, `/claims/${id}`, { text, place: text, topics: [text, `${text}2`] });
    }
    for (const min of [0.1, -0, 1e21, 5e-324, 1.7976931348623157e308, 123456789.123456789, -1e-7]) {
      const shown = await change(by, `/claims/${id}`, { quantity: { min, unit: '٣ units' } });
      expect(shown.quantity.min).toBe(min === 0 ? 0 : min);
    }
    expect(await verify(by, id)).toMatchObject({ whole: true, length: 1 + texts.length + 7 });
    const told = (await everyItem(by, `/claims/${id}/history`)).slice(1, 1 + texts.length);
    expect(told.map(({ data }) => data.changes.place.to)).toEqual(texts);
  });

  it('is whole while eight write to one claim, and after it', async () => {
    const one = await source(by, { party: 'One' });
    const { id } = await claim(by);
    let writing = true;
    const verifying = (async () => {
      while (writing) expect(await verify(by, id)).toMatchObject({ whole: true });
    })();
    const writers = Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        for (let j = 0; j < 5; j++) {
          if (i % 2) await say(by, id, one.id, j % 2 ? 'asserts' : 'denies');
          else await by.patch(`/claims/${id}`, { place: `${i} ${j}` }, '*');
        }
      }),
    );
    await writers.finally(() => (writing = false));
    await verifying;
    const { length, ...verified } = await verify(by, id);
    expect(verified).toMatchObject({ whole: true, erased: 0, brokenAt: null });
    const history = await everyItem(by, `/claims/${id}/history`, 7);
    expect(history).toHaveLength(length);
    expect(new Set(history.map((event) => event.id)).size).toBe(length);
    expect(verified.head).toMatch(/^[0-9a-f]{64}$/);
  });
});

const verify = (by: Client, claimId: string) => done(by.get(`/claims/${claimId}/history/verify`));

function erase(house: House, eventIds: string[]): Promise<pg.QueryResult> {
  return house.sql(async (client) => {
    await client.query(`set second_source.erasure = 'on'`);
    return client.query('delete from event_contents where event_id = any($1)', [eventIds]);
  });
}
