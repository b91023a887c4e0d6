import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../edge/process.js';
import { runJob } from '../reviews/machine-jobs.js';
import { eventually } from '../setup/desk.js';
import { claim, type Client, type Json, source, Workspace } from '../setup/workspace.js';
import { House } from './house.js';
import { done, everyEvent, say } from './steps.js';

const A_DAY_AGO = `update workspaces set created_at = created_at - interval '1 day'`;
const LAST = `(select max(chain_number) from events where chain_id = $1)`;
const TAIL = `(select id from events where chain_id = $1 and chain_number = ${LAST})`;
const FIRST = '(select id from events where chain_id = $1 and chain_number = 1)';

/*
 * What somebody could do who owns the database and takes its guards away, and what is then told of it. $1 is a
 * claim that a head was made with. Each is done in a transaction that a test undoes.
 */
const FORGERIES: [string, string[], RegExp][] = [
  [
    'the last event is cut off, and the head of the chain with it',
    [
      `delete from feed where event_id = ${TAIL} and $1 = $1`,
      `delete from event_contents where event_id = ${TAIL}`,
      `delete from events where id = ${TAIL}`,
      `update chains set length = ${LAST}, head = (select digest from events where chain_id = $1 and chain_number = ${LAST})
        where id = $1`,
    ],
    /chain CLAIM: ends with event \d+; it had \d+ when the head of/,
  ],
  [
    'a chain is taken away',
    [
      'delete from feed where event_id in (select id from events where chain_id = $1)',
      'delete from event_contents where event_id in (select id from events where chain_id = $1)',
      'delete from events where chain_id = $1',
      'delete from chains where id = $1',
    ],
    /chain CLAIM: is gone; it had \d+ events when the head of/,
  ],
  [
    'a chain is written anew, with digests that fit',
    [
      `update events set digest = sha256('anew') where id = ${TAIL}`,
      `update chains set head = sha256('anew') where id = $1`,
    ],
    /chain CLAIM: event \d+ is not the one that the head of/,
  ],
  [
    'the contents of two events are exchanged',
    [
      `update event_contents c set salt = o.salt, data = o.data, reason = o.reason
         from events e, events f, event_contents o
        where e.chain_id = $1 and e.chain_number = 1 and f.chain_id = $1 and f.chain_number = 2
          and c.event_id = e.id and o.event_id = f.id`,
    ],
    /chain CLAIM: event 1 .*its content is not what was recorded/,
  ],
  [
    'the content of an event is taken away as if it were erased',
    [`delete from event_contents where event_id = ${FIRST}`],
    /chain CLAIM: event 1 \(claim.submitted, .*\): its content is gone, and no erasure took it away/,
  ],
  [
    'a place of the feed is removed',
    ['delete from feed where event_id = (select id from events where chain_id = $1 and chain_number = 2)'],
    /feed position \d+ is missing/,
  ],
  [
    'two places of the feed are exchanged',
    [
      `update feed set position = -position
        where position = (select position - 1 from feed where event_id = ${FIRST})`,
      `update feed set position = position - 1 where event_id = ${FIRST}`,
      'update feed set position = 1 - position where position < 0',
    ],
    /the feed up to position \d+ is not in the order/,
  ],
  [
    'the head of a day is taken away with its list',
    ['delete from history_head_chains where $1::uuid is not null', 'delete from history_heads'],
    /the head of \d{4}-\d\d-\d\d, which was saved, is gone/,
  ],
];

describe('the daily head of a record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-heads-'));
  const [keyFile, publicFile, headFile] = ['key.pem', 'public.pem', 'heads.json'].map((name) =>
    join(folder, name),
  );
  let house: House;
  let by: Client;
  let claimId: string;
  let databaseUrl: string;
  let head: Json;

  beforeAll(async () => {
    house = await House.open();
    const made = await run(['signing-key', 'create', keyFile!], {});
    expect(made.code).toBe(0);
    writeFileSync(publicFile!, made.stdout);
    const desk = await house.start('api');
    databaseUrl = desk.databaseUrl;
    by = await Workspace.open(desk).client('admin');
    const one = await source(by);
    claimId = (await claim(by)).id;
    for (let i = 0; i < 3; i++) await say(by, claimId, one.id, 'questions');
    await house.sql((client) => client.query(A_DAY_AGO));
    const worker = await house.start('worker', { SIGNING_KEY_FILE: keyFile });
    const { items } = await eventually(
      () => done(by.get('/history/heads')),
      ({ items: found }) => found.length > 0,
    );
    // It would make a head anew that a test takes away.
    await worker.stop();
    head = items[0];
    writeFileSync(headFile!, JSON.stringify({ items }));
  });

  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true });
  });

  const verify = (...args: string[]) =>
    run(['verify', ...args], { DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const againstSaved = () => verify('--head', headFile!, '--public-key', publicFile!);

  it('is signed with a key that only its owner may read, and told as an event', async () => {
    expect(statSync(keyFile!).mode & 0o777).toBe(0o600);
    expect(head).toMatchObject({ previous: null, chains: { count: expect.any(Number) } });
    const [event, ...more] = await everyEvent(by, { type: 'history.head-signed' });
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor: { type: 'system' },
      subject: { type: 'workspace' },
      data: { head },
    });
  });

  it('is made once, however many workers make it at the same time', async () => {
    const other = await house.start('worker', { SIGNING_KEY_FILE: keyFile });
    const desk = by.desk;
    const reader = await Workspace.open(desk).client('viewer');
    await house.sql((client) => client.query(A_DAY_AGO));
    await Promise.all(Array.from({ length: 6 }, () => runJob(desk, 'history.sign')));
    expect((await done(reader.get('/history/heads'))).items).toHaveLength(1);
    expect(await everyEvent(reader, { type: 'history.head-signed' })).toHaveLength(1);
    await other.stop();
  });

  it('finds a record whole that is, also while it goes on', async () => {
    expect(await done(by.get(`/claims/${claimId}/history/verify`))).toMatchObject({
      whole: true,
      lastHead: { day: head.day, length: 4 },
    });
    await claim(by);
    expect(await againstSaved()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^The record is whole: \d+ events \(0 erased\)/),
    });
  });

  it.each(FORGERIES)('shows when %s', async (_, statements, told) => {
    await house.sql(async (client) => {
      const tables = 'events event_contents chains feed history_heads history_head_chains'.split(' ');
      for (const table of tables) await client.query(`create table kept_${table} as table ${table}`);
      for (const table of tables) await client.query(`alter table ${table} disable trigger all`);
      for (const sql of statements) {
        await client.query(sql, sql.includes('$1') ? [claimId] : []);
      }
      const { code, stdout } = await againstSaved();
      const seen = await done(by.get(`/claims/${claimId}/history/verify`));
      for (const table of tables) {
        await client.query(`delete from ${table}`);
        await client.query(`insert into ${table} select * from kept_${table}`);
        await client.query(`drop table kept_${table}`);
        await client.query(`alter table ${table} enable trigger all`);
      }
      expect(stdout).toMatch(new RegExp(told.source.replace('CLAIM', claimId)));
      expect(code).toBe(1);
      // What touches the claim's own chain, and not the feed or the heads, shows there too.
      expect(seen.whole).toBe(!told.source.startsWith('chain'));
    });
  });

  it('is not said to be checked by its signature when it has none', async () => {
    await house.sql(async (client) => {
      await client.query(`create table kept as select day, public_key, signature from history_heads`);
      await client.query(`alter table history_heads disable trigger all`);
      await client.query('update history_heads set public_key = null, signature = null');
      const unsigned = await verify();
      const untrusted = await verify('--public-key', publicFile!);
      await client.query(
        `update history_heads h set public_key = k.public_key, signature = k.signature from kept k where k.day = h.day;
         alter table history_heads enable trigger all; drop table kept`,
      );
      expect(unsigned).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/2 heads, 2 without a signature, .*claims\.\n$/),
      });
      expect(untrusted).toMatchObject({ code: 1, stdout: expect.stringContaining('is not signed') });
    });
  });

  it('is refused as saved when it was changed, or signed by another', async () => {
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, JSON.stringify({ ...head, madeAt: '2024-10-24T00:00:00.000Z' }));
    expect((await verify('--head', forged, '--public-key', publicFile!)).stdout).toContain(
      'the saved head of',
    );
    const other = join(folder, 'other.pem');
    const { stdout } = await run(['signing-key', 'create', join(folder, 'other-key.pem')], {});
    writeFileSync(other, stdout);
    const checked = await verify('--public-key', other);
    expect(checked).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('is not signed by the given key'),
    });
  });

  it('cannot be verified with files that hold none, and says so with a code of its own', async () => {
    for (const args of [
      ['--head', publicFile!],
      ['--public-key', headFile!],
      ['--head', join(folder, 'none')],
    ]) {
      expect(await verify(...args)).toMatchObject({ code: 2, stdout: '' });
    }
  });

  it('is signed by no key inside the data folder, and none is written over', async () => {
    const inside = await run(['signing-key', 'create', join(folder, 'key')], { DATA_DIR: folder });
    expect(inside).toMatchObject({ code: 1, stderr: expect.stringContaining('data folder') });
    expect((await run(['signing-key', 'create', keyFile!], {})).code).toBe(1);
  });
});
