import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/base/database/embedded-postgres.js';
import { examined } from './examined.js';
import { eventually, sharedDesk } from './setup/desk.js';

const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;
const withProgram = (program: string) => (isThere(program) ? describe : describe.skip);

const running: ChildProcess[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-source-doctor-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const child of running.splice(0)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A service of its own for this test, on a free port; neither may run as root. */
async function serve(program: string, argsFor: (port: number) => string[]): Promise<number> {
  const port = await freePort();
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  running.push(spawn(program, argsFor(port), { stdio: 'ignore', cwd: folder, ...account }));
  await eventually(() => answers(port), Boolean);
  return port;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(socket.destroy() !== undefined));
    socket.on('error', () => resolve(false));
  });
}

// Skipped where PgBouncer is not installed (Debian: apt-get install pgbouncer).
withProgram('pgbouncer')('behind PgBouncer', () => {
  const bouncer = async (...lines: string[]) => {
    const { hostname, port, username, password, pathname } = new URL(sharedDesk().databaseUrl);
    const listening = await serve('pgbouncer', (own) => {
      const config = [
        '[databases]',
        `desk = host=${hostname} port=${port} user=${username} password=${password} dbname=${pathname.slice(1)}`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${own}`,
        'unix_socket_dir =',
        'auth_type = any',
        ...lines,
      ];
      writeFileSync(join(folder, 'pgbouncer.ini'), config.join('\n'));
      return [join(folder, 'pgbouncer.ini')];
    });
    return `postgres://${username}:any@127.0.0.1:${listening}/desk`;
  };
  const IGNORING =
    'ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout';

  it('sessions that are lent and limits that are refused are problems', async () => {
    const { code, ills } = await examined({ DATABASE_URL: await bouncer('pool_mode = transaction') });
    expect(code).toBe(1);
    expect(ills).toEqual([
      expect.stringMatching(
        /^problem {2}time limits: A pooler .* refuses .*ignore_startup_parameters = statement_timeout/,
      ),
      expect.stringMatching(/^problem {2}sessions: A pooler hands one session .*pool_mode = session/),
    ]);
  });

  it('sessions that are lent are found also when there is only one to lend', async () => {
    const url = await bouncer('pool_mode = transaction', 'default_pool_size = 1', IGNORING);
    const { code, ills } = await examined({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(ills).toContainEqual(expect.stringMatching(/^problem {2}sessions: A pooler hands one session/));
  });

  it('a session per connection is well; limits that it drops are a hint', async () => {
    const url = await bouncer('pool_mode = session', IGNORING);
    const { code, ills } = await examined({ DATABASE_URL: url });
    expect({ code, ills }).toEqual({
      code: 0,
      ills: [expect.stringMatching(/^warning {2}time limits: A pooler takes .* does not hand them on/)],
    });
  });

  it('a database it does not know is told', async () => {
    const url = (await bouncer('pool_mode = session')).replace(/desk$/, 'desks');
    const { code, ills } = await examined({ DATABASE_URL: url });
    expect({ code, ills }).toEqual({
      code: 1,
      ills: [expect.stringContaining('There is no database desks at')],
    });
  });
});

// Skipped where Redis is not installed (Debian: apt-get install redis-server).
withProgram('redis-server')('with Redis', () => {
  const redis = (...args: string[]) =>
    serve('redis-server', (port) => [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      '/tmp',
      ...args,
    ]);
  const ofRedis = async (url: string) => {
    const { code, ills } = await examined({ DATABASE_URL: sharedDesk().databaseUrl, REDIS_URL: url });
    return { code, ills: ills.filter((line) => / redis: /.test(line)) };
  };

  it('one that drops and forgets jobs is told with the commands that mend it', async () => {
    const port = await redis('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru', '--save', '');
    expect(await ofRedis(`redis://127.0.0.1:${port}/0`)).toEqual({
      code: 1,
      ills: [
        expect.stringMatching(/^problem {2}redis: .* is allkeys-lru.*config set maxmemory-policy noeviction/),
        expect.stringMatching(/^warning {2}redis: It keeps nothing on disk.*appendonly yes/),
      ],
    });
  });

  it('one that is full is a problem', async () => {
    const port = await redis('--maxmemory', '500kb', '--save', '3600 1');
    expect((await ofRedis(`redis://127.0.0.1:${port}`)).ills).toEqual([
      expect.stringMatching(/^problem {2}redis: \d+ % of its maxmemory is used/),
    ]);
  });

  it.each([
    ['no password', '', /refuses the password, or wants one/],
    ['another password', ':hunter2@', /refuses the password, or wants one/],
  ])('one that wants a password is told with %s', async (_, given, message) => {
    const port = await redis('--requirepass', 'secret');
    const { code, ills } = await ofRedis(`redis://${given}127.0.0.1:${port}`);
    expect({ code, ills }).toEqual({ code: 1, ills: [expect.stringMatching(message)] });
    expect(ills.join()).not.toContain('hunter2');
  });

  it('one without a database of that number is told', async () => {
    const port = await redis('--save', '3600 1');
    expect((await ofRedis(`redis://127.0.0.1:${port}/99`)).ills).toEqual([
      expect.stringContaining('has no database of the number in REDIS_URL'),
    ]);
    expect((await ofRedis(`redis://127.0.0.1:${port}/1`)).ills).toEqual([]);
  });

  it('a worker is looked for in Redis', async () => {
    const port = await redis('--save', '3600 1');
    const { code, ills } = await examined({
      DATABASE_URL: sharedDesk().databaseUrl,
      REDIS_URL: `redis://127.0.0.1:${port}`,
    });
    // The shared server runs its jobs elsewhere, so here none was ever scheduled.
    expect(code).toBe(1);
    expect(ills).toContainEqual(
      expect.stringMatching(/^problem {2}workers: Second Source runs, but no worker has ever/),
    );
  });
});

it('tells a Redis that is not there', async () => {
  const url = `redis://127.0.0.1:${await freePort()}`;
  const { code, ills } = await examined({ DATABASE_URL: sharedDesk().databaseUrl, REDIS_URL: url });
  expect({ code, ills }).toEqual({
    code: 1,
    ills: [expect.stringMatching(/^problem {2}redis: Nothing listens at 127/)],
  });
});

describe('the embedded database', () => {
  const look = async () => {
    const { code, ills, stderr } = await examined({ DATA_DIR: folder });
    expect(stderr).toBe('');
    return { code, ills: ills.filter((line) => !/ disk: /.test(line)) };
  };

  it('is looked at while it runs, while it does not, and when it cannot; nothing is touched', async () => {
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      log: () => undefined,
      settings: { fsync: 'off' },
    });
    const runs = await look();
    await postgres.stop();
    expect(runs).toEqual({
      code: 1,
      ills: [expect.stringMatching(/^problem {2}schema: The database is empty/)],
    });

    const inside = join(folder, 'postgres');
    // As a killed owner leaves it.
    writeFileSync(join(inside, 'owner-00000000.sock'), '');
    const before = readdirSync(inside);
    expect(await look()).toEqual({
      code: 0,
      ills: [expect.stringMatching(/^warning {2}embedded database: It does not run/)],
    });
    expect(readdirSync(inside)).toEqual(before);

    writeFileSync(join(inside, 'cluster', 'PG_VERSION'), '14\n');
    expect(await look()).toEqual({
      code: 1,
      ills: [
        expect.stringMatching(/It was made by PostgreSQL 14; this installation carries PostgreSQL \d+,/),
      ],
    });
    rmSync(join(inside, 'cluster', 'PG_VERSION'));
    expect((await look()).ills).toEqual([expect.stringContaining('are damaged. Load a backup')]);
  });

  it('is not made where there is none', async () => {
    expect(await look()).toEqual({ code: 0, ills: [expect.stringContaining('The first start makes it.')] });
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  it('is told where its folder is none', async () => {
    writeFileSync(join(folder, 'postgres'), '');
    expect(await look()).toEqual({
      code: 1,
      ills: [expect.stringMatching(/embedded database: .*not a folder/)],
    });
  });
});
