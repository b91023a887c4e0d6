import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  clusterName,
  folderOf,
  processes,
  type Process,
} from '../src/base/database/embedded-postgres.folder.js';
import {
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../src/base/database/embedded-postgres.js';

const OWNER = fileURLToPath(new URL('./fixtures/embedded-postgres-owner.mjs', import.meta.url));
/** A slow disk takes some seconds to make a database. */
const TIMEOUT_MS = 30_000;
/** The two differ much: PostgreSQL refuses to run as root, so root starts it as another user. */
const USER = process.getuid?.() === 0 ? 'root' : 'an ordinary user';

/** Real servers in real folders. fsync is off, as nothing here has to survive a power failure. */
describe('embedded PostgreSQL', () => {
  // mkdtemp makes a folder that only its owner can enter. Where the tests run as root, no other user gets to
  // anything below it, and still the server runs as another user.
  let root: string;
  let dataDir: string;
  let log: string[];
  const servers: EmbeddedPostgres[] = [];
  const owners: ChildProcess[] = [];

  beforeAll(() => {
    root = fs.mkdtempSync(path.join(tmpdir(), 'embedded postgres '));
    dataDir = path.join(root, 'data');
  });

  beforeEach(() => {
    log = [];
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    for (const owner of owners.splice(0)) await end(owner);
  });

  afterAll(() => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }), TIMEOUT_MS);

  async function start(dir = dataDir): Promise<EmbeddedPostgres> {
    const settings = { fsync: 'off' };
    const server = await startEmbeddedPostgres({ dataDir: dir, log: (line) => log.push(line), settings });
    servers.push(server);
    return server;
  }

  it(
    'makes the database, and keeps what is in it from one start to the next',
    async () => {
      const first = await start();
      expect(await query(first.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
      expect(
        await query(
          first.url,
          `SELECT datname AS name, pg_encoding_to_char(encoding) AS encoding, datlocprovider::text AS provider,
                datlocale AS locale FROM pg_database WHERE datname = current_database()`,
        ),
      ).toEqual([{ name: 'second_source', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
      await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('Zoë')");
      await first.stop();
      expect(isAlive(first.pid)).toBe(false);

      const second = await start();
      expect(second.url).toBe(first.url);
      expect(await query(second.url, 'SELECT upper(word) AS word FROM kept')).toEqual([{ word: 'ZOË' }]);
      expect(log).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'keeps the password to the owner of the data folder',
    async () => {
      const { url, pid, port } = await start();
      const password = new URL(url).password;
      const file = path.join(dataDir, 'postgres', 'password');
      expect(fs.readFileSync(file, 'utf8')).toBe(password);
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      expect(fs.statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
      expect(fs.statSync(path.join(dataDir, 'postgres', 'cluster')).mode & 0o777).toBe(0o700);
      if (process.platform === 'linux') {
        expect(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(password);
      }
      await expect(query(`postgres://postgres:wrong@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
        'password authentication failed',
      );
    },
    TIMEOUT_MS,
  );

  it(
    `started by ${USER} below a folder that only its owner can enter, runs from a long path with blanks`,
    async () => {
      const closed = path.join(root, 'closed');
      fs.mkdirSync(closed, { mode: 0o700 });
      // Longer than the address of a socket may be, which is 107 bytes.
      const dir = path.join(closed, 'a folder with blanks '.repeat(8).trim(), 'data');
      for (let time = 0; time < 2; time++) {
        const server = await start(dir);
        expect(fs.statSync(path.join(dir, 'postgres', 'cluster')).uid).not.toBe(0);
        expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
        expect(await findEmbeddedPostgres(dir)).toBe(server.url);
        await server.stop();
      }
      fs.rmSync(closed, { recursive: true });
    },
    TIMEOUT_MS,
  );

  it(
    'stops within 2 s while a connection is busy, and only once',
    async () => {
      const server = await start();
      const busy = query(server.url, 'SELECT pg_sleep(60)').catch((error: Error) => error.message);
      await until(async () => {
        const [row] = await query(
          server.url,
          "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'",
        );
        return row?.busy === 1;
      });
      const started = Date.now();
      await Promise.all([server.stop(), server.stop()]);
      await server.stop();
      expect(Date.now() - started).toBeLessThan(2000);
      expect(await busy).toContain('terminating connection');
      expect(isAlive(server.pid)).toBe(false);
      expect(processesOf(dataDir)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'refuses a data folder that another process uses, and finds the server of that process',
    async () => {
      expect(await findEmbeddedPostgres(path.join(root, 'nothing'))).toBeNull();
      expect(await findEmbeddedPostgres(dataDir)).toBeNull();
      const owner = await own();
      await expect(start()).rejects.toThrow(
        `Another Second Source is already running on this data folder (pid ${owner.process.pid}): ${dataDir}`,
      );
      expect(await findEmbeddedPostgres(dataDir)).toBe(owner.url);
      expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await end(owner.process);
      expect(isAlive(owner.server)).toBe(false);
      expect(await findEmbeddedPostgres(dataDir)).toBeNull();
    },
    TIMEOUT_MS,
  );

  it(
    'lets one of several win that start at the same time',
    async () => {
      const results = await Promise.allSettled([start(), start(), start(), start()]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      for (const result of results) {
        if (result.status === 'rejected') expect(String(result.reason)).toContain('is already running');
      }
    },
    TIMEOUT_MS,
  );

  it(
    'does not leave a server behind when its owner is killed',
    async () => {
      const owner = await own();
      owner.process.kill('SIGKILL');
      await until(() => processesOf(dataDir).length === 0 && !isAlive(owner.server));
      expect(await findEmbeddedPostgres(dataDir)).toBeNull();
      const server = await start();
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    TIMEOUT_MS,
  );

  it(
    'ends a server that was left behind all the same, and starts anew',
    async () => {
      const owner = await own();
      // The guard is the only other process that knows the pid of the server; killed with the owner, it cannot act.
      const guard = processes().find(
        ({ command }) => command.startsWith('/bin/sh -c trap') && command.endsWith(` ${owner.server}`),
      );
      process.kill(guard?.pid ?? 0, 'SIGKILL');
      owner.process.kill('SIGKILL');
      await once(owner.process, 'exit');
      expect(isAlive(owner.server)).toBe(true);
      const server = await start();
      expect(log).toEqual(['Stopped the PostgreSQL that a killed process had left.']);
      expect(isAlive(owner.server)).toBe(false);
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    TIMEOUT_MS,
  );

  it(
    'is not ended by Ctrl-C before its owner ends it',
    async () => {
      const owner = await own();
      process.kill(-(owner.process.pid ?? 0), 'SIGINT'); // to the whole group, as a terminal does it
      await until(() => owner.lines.includes('interrupted'));
      expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await end(owner.process);
      expect(isAlive(owner.server)).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    'begins anew when it was killed while it made the data folder',
    async () => {
      const dir = path.join(root, 'half');
      const half = path.join(dir, 'postgres', 'cluster.new-0123456789ab');
      fs.mkdirSync(half, { recursive: true });
      fs.writeFileSync(path.join(half, 'PG_VERSION'), '18\n');
      fs.writeFileSync(path.join(dir, 'postgres', 'password'), 'of the half');
      const server = await start(dir);
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(fs.existsSync(half)).toBe(false);
    },
    TIMEOUT_MS,
  );

  it(
    'takes another port when the last one is in use',
    async () => {
      const first = await start();
      await first.stop();
      const thief = net.createServer().listen(first.port, '127.0.0.1');
      await once(thief, 'listening');
      const second = await start();
      thief.close();
      expect(second.port).not.toBe(first.port);
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    TIMEOUT_MS,
  );

  it(
    'starts although the pid of its last run is in use by another program',
    async () => {
      const cluster = path.join(dataDir, 'postgres', 'cluster');
      const { uid, gid } = fs.statSync(cluster);
      const other = spawn('/bin/sh', ['-c', 'read -r _'], { uid, gid, cwd: '/' });
      fs.writeFileSync(
        path.join(cluster, 'postmaster.pid'),
        `${other.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`,
      );
      const server = await start();
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      other.stdin.end();
    },
    TIMEOUT_MS,
  );

  it(
    'says what is wrong with the data folder, and what to do',
    async () => {
      const file = path.join(root, 'file');
      fs.writeFileSync(file, '');
      await expect(start(file)).rejects.toThrow(/^The data folder .*file is not a folder.*DATABASE_URL/);
      if (process.platform === 'linux') await expect(start('/proc/data')).rejects.toThrow(/cannot be made/);
      const version = path.join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
      fs.writeFileSync(version, '17\n');
      await expect(start()).rejects.toThrow(
        /was made by PostgreSQL 17, this installation carries PostgreSQL 18/,
      );
      fs.writeFileSync(version, '18\n');
      const settings = { fsync: 'off', shared_buffers: 'a lot' };
      await expect(startEmbeddedPostgres({ dataDir, log: () => undefined, settings })).rejects.toThrow(
        /^PostgreSQL could not start \(code 1\).*\n.*invalid value for parameter "shared_buffers": "a lot"/,
      );
      await start(); // what failed has left nothing that is in the way
    },
    TIMEOUT_MS,
  );

  interface Owner {
    process: ChildProcess;
    server: number;
    url: string;
    lines: string[];
  }

  /** A process of its own that owns the data folder, in a process group of its own. */
  async function own(): Promise<Owner> {
    const child = spawn(process.execPath, [OWNER, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    owners.push(child);
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await until(() => lines.some((line) => /^(ready|refused) /.test(line)) || child.exitCode !== null);
    reader.on('error', () => undefined);
    const [, server, url] = /^ready (\d+) (.*)$/m.exec(lines.join('\n')) ?? [];
    if (!url) throw new Error(`The other process did not start: ${lines.join('\n')}`);
    return { process: child, server: Number(server), url, lines };
  }
});

async function end(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return;
  const gone = once(owner, 'exit');
  owner.stdin?.end();
  await gone;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Looks until it is so, at most 10 s. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const started = Date.now(); !(await isSo()); await delay(10)) {
    if (Date.now() - started > 10_000) throw new Error('This did not happen within 10 s.');
  }
}

/** Without those that have ended and that nobody has waited for yet: they have no command line any more. */
function processesOf(dataDir: string): Process[] {
  return processes().filter(({ command }) => command.includes(clusterName(folderOf(dataDir))));
}

function isAlive(pid: number): boolean {
  return processes().some((one) => one.pid === pid && /^[^(]/.test(one.command));
}
