import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { change, done, say } from './steps.js';

const LENGTH = 6;

/*
 * What somebody could do who owns the database and takes its guards away. $1 is the claim, $2 the number of an
 * event in its chain; the event is a statement's, so that its claim and its subject are two things.
 */
const ONE = 'where chain_id = $1 and chain_number = $2';
const CONTENT = `where event_id = (select id from events ${ONE})`;
const FORGERIES: [string, string][] = [
  ['the id', `update events set id = gen_random_uuid() ${ONE}`],
  [
    'the workspace',
    `update events set workspace_id = (select id from workspaces w where w.id <> events.workspace_id limit 1) ${ONE}`,
  ],
  ['the type', `update events set type = 'statement.struck' ${ONE}`],
  ['the time, by a millisecond', `update events set at = at + interval '1 millisecond' ${ONE}`],
  ['the member', `update events set actor_id = gen_random_uuid() ${ONE}`],
  ['the member into the machine', `update events set actor_id = null, actor_type = 'system' ${ONE}`],
  ['the type of the subject', `update events set subject_type = 'evidence' ${ONE}`],
  ['the subject', `update events set subject_id = gen_random_uuid() ${ONE}`],
  ['the claim', `update events set claim_id = null, chain_id = subject_id ${ONE}`],
  ['the number', `update events set chain_number = 100 ${ONE}`],
  ['the digest of the content', `update events set content_digest = sha256('forged') ${ONE}`],
  ['the digest', `update events set digest = sha256('forged') ${ONE}`],
  [
    'the data',
    `update event_contents set data = jsonb_set(data, '{statement,stance}', '"denies"') ${CONTENT}`,
  ],
  ['the data by a field more', `update event_contents set data = data || '{"more": null}' ${CONTENT}`],
  ['the reason', `update event_contents set reason = 'forged' ${CONTENT}`],
  ['the salt', `update event_contents set salt = sha256('forged') ${CONTENT}`],
  [
    'the data with its digest',
    `with forged as (update event_contents set data = '{}', salt = '' ${CONTENT} returning event_id)
     update events set content_digest = sha256('{"data":{},"reason":null}') where id in (select event_id from forged)`,
  ],
];

describe('a history that was tampered with', () => {
  let house: House;
  let by: Client;
  let sources: Json[];

  beforeAll(async () => {
    house = await House.open();
    const desk = await house.start('api');
    by = await Workspace.open(desk).client('fact_checker');
    await Workspace.open(desk).client('viewer');
    sources = [];
    for (let i = 0; i < 4; i++) sources.push(await source(by));
    await house.sql((client) =>
      client.query(`alter table events disable trigger all; alter table event_contents disable trigger all;
                    alter table chains disable trigger all`),
    );
  });

  afterAll(() => house.close());

  const verify = (id: string) => done(by.get(`/claims/${id}/history/verify`));

  /** A claim whose chain is: submitted, four statements of no direction, updated. */
  async function chained(): Promise<string> {
    const { id } = await claim(by);
    for (const one of sources) await say(by, id, one.id, 'questions');
    await change(by, `/claims/${id}`, { place: 'Kursk' });
    expect(await verify(id)).toMatchObject({ whole: true, length: LENGTH, brokenAt: null });
    return id;
  }

  const tamper = (sql: string, parameters: unknown[]) => house.sql((client) => client.query(sql, parameters));

  it.each(FORGERIES)('is seen to be when somebody changes %s', async (_, sql) => {
    for (const number of [2, 4]) {
      const id = await chained();
      expect((await tamper(sql, [id, number])).rowCount).toBe(1);
      expect(await verify(id)).toMatchObject({ whole: false, brokenAt: number });
    }
  });

  it('is seen to be when an event of the claim itself is said to be about something else', async () => {
    const id = await chained();
    await tamper('update events set claim_id = null where chain_id = $1 and chain_number = $2', [id, 1]);
    expect(await verify(id)).toMatchObject({ whole: false, brokenAt: 1 });
  });

  it('is seen to be when events are taken out, whichever they are', async () => {
    for (const number of [1, 3, LENGTH]) {
      const id = await chained();
      await tamper(`delete from events ${ONE}`, [id, number]);
      expect(await verify(id)).toMatchObject({ whole: false, brokenAt: number });
    }
    const id = await chained();
    await tamper('delete from events where chain_id = $1', [id]);
    expect(await verify(id)).toMatchObject({ whole: false, brokenAt: 1 });
  });

  it('is seen to be when two events change places', async () => {
    const id = await chained();
    await tamper(`update events set chain_number = -1 ${ONE}`, [id, 2]);
    await tamper(`update events set chain_number = 2 ${ONE}`, [id, 3]);
    await tamper(`update events set chain_number = 3 ${ONE}`, [id, -1]);
    expect(await verify(id)).toMatchObject({ whole: false, brokenAt: 2 });
  });

  it('is seen to be when an event is added at the end or the head is another', async () => {
    const added = await chained();
    await tamper(
      `insert into events select gen_random_uuid(), workspace_id, type, at, actor_type, actor_id, subject_type, subject_id,
              claim_id, chain_id, 7, content_digest, digest from events ${ONE}`,
      [added, 6],
    );
    await tamper('update chains set length = 7 where id = $1', [added]);
    expect(await verify(added)).toMatchObject({ whole: false, brokenAt: 7 });

    for (const forgery of [`head = sha256('forged')`, 'length = 7', 'length = 5']) {
      const id = await chained();
      await tamper(`update chains set ${forgery} where id = $1`, [id]);
      expect(await verify(id)).toMatchObject({ whole: false });
    }
  });
});
