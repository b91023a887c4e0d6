import type { ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { checkVersion, dataPath, makeCluster, SUPERUSER, takeOver } from './embedded-postgres.cluster.js';
import {
  askOwner,
  clusterName,
  explain,
  type Folder,
  folderOf,
  lockFolder,
  prepareFolder,
  removeStalePidFile,
  stopOrphans,
} from './embedded-postgres.folder.js';
import { collect, failure, run, type Guard } from './embedded-postgres.process.js';
import {
  chooseAccount,
  findPackage,
  findProgram,
  type Account,
  type Program,
} from './embedded-postgres.program.js';

export interface EmbeddedPostgres {
  /** postgres://… of the application database, as its superuser. */
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Settings of the server that differ from SETTINGS. */
  settings?: Record<string, string>;
}

const DATABASE = 'second_source';
/** Long enough to go through the write-ahead log after a crash, at most 256 MB of it. */
const START_TIMEOUT_MS = 120_000;

/** For one process on a small machine. A server without work must cost no CPU, so nothing runs that is not used. */
const SETTINGS: Record<string, string> = {
  shared_buffers: '64MB',
  max_connections: '60',
  fsync: 'on',
  synchronous_commit: 'on',
  max_wal_size: '256MB',
  // No replicas: less write-ahead log, and three kinds of helper processes fewer.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  // Parallel queries exchange rows through /dev/shm, of which a container has 64 MB by default.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  log_checkpoints: 'off',
  // A failed statement is reported to the client that sent it. Its text and its values stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts the PostgreSQL of a data folder, which is made if it is not there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const packageFolder = findPackage(); // first, so that an unsuitable platform leaves no trace
  const folder = prepareFolder(options.dataDir);
  const lock = await lockFolder(folder);
  let server: Server | undefined;
  try {
    const account = chooseAccount(folder.path, folder.cluster);
    if (fs.existsSync(folder.cluster)) {
      takeOver(folder.cluster, account);
      const isStopped = await stopOrphans(folder, account);
      if (isStopped) options.log('Stopped the PostgreSQL that a killed process had left.');
    }
    const program = findProgram(packageFolder, folder.path, account);
    if (!fs.existsSync(folder.cluster)) await makeCluster(folder, program, account, options.settings);
    checkVersion(folder, program);
    removeStalePidFile(folder);
    server = await startServer(folder, program, account, options);
    const url = await prepareDatabase(folder, server);
    folder.write(folder.port, `${server.port}\n`);
    lock.announce(server.port);
    const { port, child } = server;
    return {
      url,
      port,
      pid: child.pid ?? 0,
      stop: once(() => stopServer(server as Server).finally(() => lock.release())),
    };
  } catch (error) {
    if (server) await stopServer(server);
    await lock.release();
    throw explain(error, options.dataDir);
  }
}

/**
 * The URL of the server that another process runs on this data folder, or null. Waits for one that is being
 * started.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const folder = folderOf(dataDir);
  try {
    const owner = await askOwner(folder);
    if (!owner?.port) return null;
    await query(folder, owner.port, DATABASE, 'SELECT 1');
    return urlOf(folder, owner.port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw explain(error, dataDir);
    return null;
  }
}

interface Server {
  child: ChildProcess;
  guard: Guard;
  port: number;
  ended: Promise<string>;
  isStopping: boolean;
  /** The last lines that it wrote. */
  lines: string[];
}

/** The port is free when it is looked for, and may be taken when the server wants it: then it tries another one. */
async function startServer(
  folder: Folder,
  program: Program,
  account: Account | null,
  options: EmbeddedPostgresOptions,
): Promise<Server> {
  let wanted = fs.existsSync(folder.port) ? parseInt(fs.readFileSync(folder.port, 'utf8'), 10) || 0 : 0;
  for (let attempt = 1; ; attempt++) {
    const server = launch(folder, program, account, options, await freePort(wanted));
    const timer = new AbortController();
    const timeout = delay(START_TIMEOUT_MS, `no answer for ${START_TIMEOUT_MS / 1000} s`, timer).catch(
      () => '',
    );
    const end = await Promise.race([server.ready, server.ended, timeout]);
    timer.abort();
    if (end === 'ready') return server;
    await stopServer(server);
    const isTaken = server.lines.some((line) => line.includes('could not create any TCP/IP sockets'));
    if (!isTaken || attempt === 5) throw failure('PostgreSQL could not start', end, server.lines);
    wanted = 0;
  }
}

function launch(
  folder: Folder,
  program: Program,
  account: Account | null,
  options: EmbeddedPostgresOptions,
  port: number,
): Server & { ready: Promise<string> } {
  const settings: Record<string, string> = {
    ...SETTINGS,
    ...options.settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    // The path of a socket may have 107 characters at most, the one of a data folder has no limit.
    unix_socket_directories: '',
    cluster_name: clusterName(folder),
  };
  const args = ['-D', dataPath(folder.cluster, account)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const started = run(program.postgres, args, folder.cluster, account, ['ignore', 'ignore', 'pipe']);
  const server: Server = { ...started, port, isStopping: false, lines: [] };
  let isReady = false;
  let isForwarded = false;
  const ready = new Promise<string>((resolve) => {
    collect(started.child.stderr, server.lines, (line) => {
      // What goes on while it starts and stops is of interest only if it fails, and then it is in the error. LOG
      // stands above ERROR in this log: a server process that was killed is reported as LOG.
      const level = /^([A-Z]+): /.exec(line)?.[1];
      if (level && !/^(DETAIL|HINT|CONTEXT|STATEMENT)$/.test(level))
        isForwarded =
          (/^(WARNING|LOG|FATAL|PANIC)$/.test(level) || line.includes('deadlock detected')) &&
          (isReady || level === 'WARNING');
      if (isForwarded && !server.isStopping) options.log(line);
      if (line.includes('database system is ready to accept connections')) {
        isReady = true;
        resolve('ready');
      }
    });
  });
  void started.ended.then((end) => {
    void started.guard.release();
    if (!isReady || server.isStopping) return;
    options.log(
      `PostgreSQL ended by itself (${end}). Start again. Its last lines:\n${server.lines.join('\n')}`,
    );
  });
  // A database must not keep a process alive that has nothing else to do; the guard ends it.
  started.child.unref();
  (started.child.stderr as net.Socket).unref();
  return Object.assign(server, { ready });
}

/** SIGINT is the fast shutdown: it breaks off what is running, and writes everything to disk. */
async function stopServer(server: Server): Promise<void> {
  server.isStopping = true;
  server.child.ref();
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 4000],
    ['SIGQUIT', 6000], // it gives its processes 5 s itself
    ['SIGKILL', 5000],
  ];
  for (const [signal, ms] of steps) {
    server.child.kill(signal);
    const timer = new AbortController();
    const end = await Promise.race([server.ended, delay(ms, null, timer).catch(() => null)]);
    timer.abort();
    if (end !== null) break;
  }
  await server.guard.release();
}

/** The wanted port if it is free, else one that the system gives. */
async function freePort(wanted: number): Promise<number> {
  for (const candidate of wanted ? [wanted, 0] : [0]) {
    const server = net.createServer();
    const port = await new Promise<number>((resolve) => {
      server.once('error', () => resolve(0));
      server.listen(candidate, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
    });
    await new Promise((resolve) => server.close(resolve));
    if (port) return port;
  }
  throw new Error('The system has no free port on 127.0.0.1.');
}

async function prepareDatabase(folder: Folder, { port, lines }: Server): Promise<string> {
  try {
    const found = await query(
      folder,
      port,
      SUPERUSER,
      `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`,
    );
    if (found === 0) await query(folder, port, SUPERUSER, `CREATE DATABASE ${DATABASE}`);
    return urlOf(folder, port);
  } catch (error) {
    throw failure('The database could not be opened', (error as Error).message, lines);
  }
}

function readPassword(folder: Folder): string {
  return fs.readFileSync(folder.password, 'utf8').trim();
}

/** The URL of the database on a server that answers on that port. */
export function urlOf(folder: Folder, port: number): string {
  return `postgres://${SUPERUSER}:${readPassword(folder)}@127.0.0.1:${port}/${DATABASE}`;
}

async function query(folder: Folder, port: number, database: string, sql: string): Promise<number> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    database,
    user: SUPERUSER,
    password: readPassword(folder),
    ssl: false, // whatever PGSSLMODE says
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

function once<T>(action: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= action());
}
