import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './edge/process.js';
import { examined } from './examined.js';
import { deskWithoutWorker, runOut, startWorker, take } from './reviews/reviewing.js';
import { eventually, freshDatabase, onDatabase, sharedDesk, startDesk } from './setup/desk.js';
import { queuedClaim, Workspace } from './setup/workspace.js';

const NOBODY_CONNECTED = /^warning {2}workers: No Second Source is connected/;

let database: { url: string; drop(): Promise<void> };
const name = () => new URL(database.url).pathname.slice(1);
const sql = (...statements: string[]) =>
  onDatabase(database.url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
const changed = (change: (url: URL) => void) => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

beforeEach(async () => {
  database = await freshDatabase();
});

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await database.drop();
});

/** What it tells of this database: its exit code and what is ill, without that nothing is started on it. */
async function illsOf(url = database.url) {
  const { code, ills, stderr } = await examined({ DATABASE_URL: url });
  expect(stderr).toBe('');
  return { code, ills: ills.filter((line) => !NOBODY_CONNECTED.test(line)) };
}

describe('a healthy installation', () => {
  it('is told to be well, line by line and as JSON, while it runs', async () => {
    const desk = await startDesk(database.url);
    ends.push(() => desk.stop());
    const { code, ills, lines, stderr } = await examined({ DATABASE_URL: database.url });
    const json = await run(['doctor', '--json'], { DATABASE_URL: database.url });
    expect({ code, ills, stderr }).toEqual({ code: 0, ills: [], stderr: '' });
    const { status, findings } = JSON.parse(json.stdout) as {
      status: string;
      findings: Record<string, string | null>[];
    };
    expect({ code: json.code, status }).toEqual({ code: 0, status: 'ok' });
    const told = findings.map(({ level, check }) => `${level}: ${check}`);
    expect(told).toEqual(lines.map((line) => line.replace(/^(\w+) +([^:]+):.*$/, '$1: $2')));
    expect(findings.every(({ message, advice }) => message !== '' && advice === null)).toBe(true);
  });

  it('is only warned of when nothing runs', async () => {
    const { code, ills } = await examined({ DATABASE_URL: database.url });
    expect({ code, ills }).toEqual({ code: 0, ills: [expect.stringMatching(NOBODY_CONNECTED)] });
  });
});

describe('settings', () => {
  it('that are wrong are told as the start tells them, one a line', async () => {
    const { code, lines } = await examined({ PORT: 'x', DATABASE_URL: 'mysql://me:hunter2@localhost/x' });
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^problem {2}settings: PORT must be a whole number from 0 to 65535/),
      expect.stringMatching(/^problem {2}settings: DATABASE_URL must look like postgres:/),
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });

  it.each(['api', 'worker'])('ask for a database to share where the role is %s', async (ROLE) => {
    const { code, ills } = await examined({ ROLE });
    expect(code).toBe(1);
    expect(ills[0]).toMatch(new RegExp(`^problem {2}settings: ROLE=${ROLE} is set without DATABASE_URL`));
  });

  it('that are misspelt, and an address without encryption, are hints', async () => {
    const environment = { DATABASE_URL: database.url, REDIS_URI: 'redis://x', log_level: 'debug' };
    const { code, ills } = await examined({
      ...environment,
      PUBLIC_URL: 'http://desk.example.org',
      HOSTS: 'a',
    });
    expect({ code, ills: ills.filter((line) => !NOBODY_CONNECTED.test(line)) }).toEqual({
      code: 0,
      ills: [
        expect.stringContaining('PUBLIC_URL is an http address'),
        expect.stringContaining('REDIS_URI is set, which nothing reads. If REDIS_URL is meant'),
        expect.stringContaining('log_level is set, which nothing reads. If LOG_LEVEL is meant'),
      ],
    });
  });
});

describe('a database that cannot be reached', () => {
  it.each<[string, (url: URL) => void, RegExp]>([
    ['on another port', (url) => (url.port = '1'), /Nothing listens at 127\.0\.0\.1:1\./],
    [
      'on a machine nobody knows',
      (url) => (url.hostname = 'nowhere.invalid'),
      /is not known here \(nowhere\.invalid:/,
    ],
    [
      'with another password',
      (url) => (url.password = 'hunter2'),
      /The password of the user postgres is wrong/,
    ],
    [
      'for a user that is not there',
      (url) => (url.username = 'mallory'),
      /The password of the user mallory is wrong/,
    ],
    [
      'of another name',
      (url) => (url.pathname = '/desk_of_nobody'),
      /There is no database desk_of_nobody at/,
    ],
    ['with encryption', (url) => (url.search = '?sslmode=verify-full'), /DATABASE_URL asks for encryption/],
  ])('is explained when it is looked for %s', async (_, change, message) => {
    const url = changed(change);
    const { code, ills } = await illsOf(url);
    expect({ code, ills }).toEqual({ code: 1, ills: [expect.stringMatching(message)] });
    expect(ills.join()).not.toContain(new URL(url).password);
  });

  it('is explained when a password breaks the address', async () => {
    const { code, ills } = await illsOf('postgres://me:hunter/2@127.0.0.1:5432/desk');
    expect({ code, ills }).toEqual({ code: 1, ills: [expect.stringContaining('as %2F')] });
    expect(ills.join()).not.toContain('hunter');
  });

  it('is explained when the user may not connect', async () => {
    const role = `reader_${name()}`;
    await sql(`create role ${role} login password 'x'`, `revoke connect on database ${name()} from public`);
    const { code, ills } = await illsOf(
      changed((url) => Object.assign(url, { username: role, password: 'x' })),
    );
    await sql(`drop role ${role}`);
    expect({ code, ills }).toEqual({ code: 1, ills: [expect.stringContaining(`grant connect on database`)] });
  });
});

describe('a database', () => {
  it('that a user may not change is told with what to grant', async () => {
    const role = `reader_${name()}`;
    await sql(`create role ${role} login password 'x'`);
    const { code, ills } = await illsOf(
      changed((url) => Object.assign(url, { username: role, password: 'x' })),
    );
    await sql(`drop role ${role}`);
    expect(code).toBe(1);
    expect(ills.slice(0, 2)).toEqual([
      expect.stringContaining(`grant create on schema public to ${role}`),
      expect.stringContaining(`grant create on database ${name()} to ${role}`),
    ]);
    expect(ills[2]).toMatch(
      /problem {2}schema: This could not be looked at: permission denied for table migrations/,
    );
  });

  it('in another encoding is a problem', async () => {
    const latin = `${name()}_latin`;
    await sql(
      `create database ${latin} template template0 encoding 'LATIN1' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
    );
    const { code, ills } = await illsOf(changed((url) => (url.pathname = `/${latin}`)));
    await sql(`drop database ${latin} with (force)`);
    expect(code).toBe(1);
    expect(ills).toContainEqual(
      expect.stringMatching(/^problem {2}server: The database is encoded in LATIN1/),
    );
    expect(ills).toContainEqual(expect.stringMatching(/^problem {2}schema: The database is empty/));
  });

  it('whose connections are used up is a problem', async () => {
    await sql(`alter database ${name()} connection limit 1`);
    const { code, ills } = await illsOf();
    expect({ code, ills }).toEqual({
      code: 1,
      ills: [expect.stringMatching(/^problem {2}connections: 1 of the 1 conn/)],
    });
  });

  it('that holds a transaction open is told with the connection that does', async () => {
    // What lies before pg_catalog on the search path hides what is there: so time can pass in a moment.
    await sql(
      `alter database ${name()} set search_path = public, pg_catalog`,
      `create view public.pg_stat_activity as
         select *, 'idle in transaction'::text as state, now() - interval '3 hours' as xact_start, 'nightly report'::text as application_name
           from (select pid, datid, datname, usesysid, backend_type from pg_catalog.pg_stat_activity where pid = pg_backend_pid()) one`,
    );
    const { code, ills } = await illsOf();
    expect({ code, ills }).toEqual({
      code: 0,
      ills: [
        expect.stringMatching(
          /^warning {2}transactions: .*pid \d+ \(nightly report\).* open for 3 hours.*pg_terminate_backend/,
        ),
      ],
    });
  });

  it.each([
    ['1 second', 0, []],
    [
      '10 seconds',
      0,
      [expect.stringMatching(/^warning {2}clock: The database's clock is \d+ seconds ahead of/)],
    ],
    ['-5 minutes', 1, [expect.stringMatching(/^problem {2}clock: The database's clock is 5 minutes behind/)]],
  ])('whose clock is %s ahead is judged by that', async (skew, code, ills) => {
    await sql(
      `alter database ${name()} set search_path = public, pg_catalog`,
      `create function public.clock_timestamp() returns timestamptz language sql
         return pg_catalog.clock_timestamp() + interval '${skew}'`,
    );
    expect(await illsOf()).toEqual({ code, ills });
  });
});

describe('a schema', () => {
  it('that is older is told with the migrations to do', async () => {
    await sql(`delete from migrations where name in ('AddIdempotencyKeys20261124100000')`);
    const { code, ills } = await illsOf();
    expect(code).toBe(1);
    expect(ills).toEqual([
      expect.stringMatching(
        /older than this program; 1 migration to do: AddIdempotencyKeys20261124100000\. Run "second-source migrate"/,
      ),
    ]);
  });

  it('that is newer is told with what this program does not know', async () => {
    await sql(`insert into migrations (timestamp, name) values (1, 'AddTomorrow20991231000000')`);
    const { code, ills } = await illsOf();
    expect(code).toBe(1);
    expect(ills).toEqual([
      expect.stringMatching(
        /newer than this program, which does not know AddTomorrow20991231000000\. Upgrade/,
      ),
    ]);
  });
});

describe('work that is left undone', () => {
  // The record refuses changes; only who replicates may let its time pass, and take places back.
  const AS_REPLICA = 'set session_replication_role = replica';

  it('shows in a feed without places, and in a tracker that stands still', async () => {
    const key = ['keys', 'create', '--workspace', 'w', '--role', 'editor', '--name', 'n'];
    expect((await run(key, { DATABASE_URL: database.url })).code).toBe(0);
    await sql(AS_REPLICA, `update events set at = at - interval '1 hour'`);
    const untracked = await illsOf();
    expect(untracked).toEqual({
      code: 1,
      ills: [
        expect.stringMatching(/^problem {2}event tracker: .* woken no job yet, the oldest for 60 minutes/),
      ],
    });
    await sql(
      AS_REPLICA,
      'insert into unplaced_events (workspace_id, event_id, type) select workspace_id, event_id, type from feed',
      'delete from feed',
    );
    const unplaced = await illsOf();
    expect(unplaced).toEqual({
      code: 1,
      ills: [expect.stringMatching(/^problem {2}feed: .* no place in it, the oldest for 60 minutes/)],
    });
  });

  it('shows in daily heads that are late, or that nobody signed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'second-source-doctor-'));
    const keyFile = join(folder, 'key.pem');
    expect((await run(['signing-key', 'create', keyFile])).code).toBe(0);
    const key = ['keys', 'create', '--workspace', 'w', '--role', 'editor', '--name', 'n'];
    expect((await run(key, { DATABASE_URL: database.url })).code).toBe(0);
    // Half past one in the morning, two days on.
    await sql(
      `alter database ${name()} set search_path = public, pg_catalog`,
      `create function public.clock_timestamp() returns timestamptz language sql
         return date_trunc('day', pg_catalog.clock_timestamp(), 'UTC') + interval '2 days 90 minutes'`,
    );
    const heads = async (environment: Record<string, string> = {}) =>
      (await examined({ DATABASE_URL: database.url, ...environment })).lines.find((line) =>
        /^\w+ +daily heads/.test(line),
      );
    expect(await heads()).toMatch(/^problem {2}daily heads: 1 workspace has none for the day/);
    const made = (signed: string) =>
      `insert into history_heads (workspace_id, day, made_at, chain_count, event_count, chains_digest, feed_length,
                                  feed_position, feed_digest, digest, public_key, signature)
       select id, (now() at time zone 'UTC')::date + ${signed === 'null, null' ? 1 : 2}, now(), 0, 0, sha256(''), 0, 0, sha256(''), sha256(''), ${signed}
         from workspaces`;
    await sql(made('null, null'));
    expect(await heads()).toMatch(/^warning {2}daily heads: They are not signed/);
    await sql(made(`'another', 'signature'`));
    expect(await heads({ SIGNING_KEY_FILE: keyFile })).toMatch(/^warning {2}daily heads: .* another key/);
    expect(await heads()).toBe('ok       daily heads: They are made and signed.');
    rmSync(folder, { recursive: true });
  });

  it('shows in leases and counts where no worker runs, and is gone when one does', async () => {
    const desk = await deskWithoutWorker();
    ends.push(() => desk.close());
    const workspace = Workspace.open(desk);
    await queuedClaim(await workspace.client('fact_checker'));
    const { assignment } = await take(await workspace.client('reviewer'));
    await runOut(desk, assignment.id, '3 minutes');
    const look = () => illsOf(desk.databaseUrl);
    const { code, ills } = await look();
    expect(code).toBe(1);
    expect(ills).toEqual([
      expect.stringMatching(/^problem {2}leases: 1 lease .* is not tidied, the oldest for 3 minutes/),
      expect.stringMatching(/^warning {2}counts: Changes of the counts are not folded/),
      expect.stringMatching(/^problem {2}workers: Second Source runs, but no worker has ever .*ROLE=worker/),
    ]);

    const worker = await startWorker(desk);
    ends.push(() => worker.stop());
    await eventually(look, (now) => now.ills.length === 0);
    await worker.stop();
    await onDatabase(desk.databaseUrl, (client) =>
      client.query('update bullmq.scheduler set next_run_ms = next_run_ms - 3600000'),
    );
    const later = await look();
    // It was due within seconds, so that it is 119 minutes or 2 hours late now, as fast as this machine is.
    expect(later).toEqual({
      code: 1,
      ills: [expect.stringMatching(/^problem {2}workers: .* a sweep has been due for (\d+ minutes|2 hours)/)],
    });
  });
});

it('has no option but --json', async () => {
  const { code, stderr } = await run(['doctor', '--fix'], { DATABASE_URL: sharedDesk().databaseUrl });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('--fix') });
});
