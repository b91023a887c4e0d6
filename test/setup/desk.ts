import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const MAIN = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));

/** A running Second Source: a real process on a real database. */
export interface Desk {
  url: string;
  databaseUrl: string;
}

export interface OwnDesk extends Desk {
  process: ChildProcess;
  /** Ctrl-C, and waits for the end. */
  stop(): Promise<void>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

/** The server that most tests share; each test file opens a workspace of its own there. */
export function sharedDesk(): Desk {
  return { url: process.env['TEST_DESK_URL']!, databaseUrl: process.env['TEST_DATABASE_URL']! };
}

/** One like it that runs no jobs: nothing is tidied behind a test's back. Tests that start a worker need one of their own. */
export function quietDesk(): Desk {
  return { url: process.env['TEST_QUIET_URL']!, databaseUrl: process.env['TEST_QUIET_DATABASE_URL']! };
}

/** A fresh database with the schema in it, for tests that must be alone; drop it when done. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `desk_${randomBytes(6).toString('hex')}`;
  const admin = process.env['TEST_ADMIN_URL']!;
  await onDatabase(admin, (client) =>
    client.query(`create database ${name} template ${process.env['TEST_TEMPLATE']}`),
  );
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await fetch(process.env['TEST_KEYS_URL']!, {
        method: 'POST',
        body: JSON.stringify({ databaseUrl: url.href, forget: true }),
      });
      await onDatabase(admin, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Where the servers of a database keep their jobs in this run: in Redis with JOBS=redis, otherwise beside their rows. */
export function jobsOf(databaseUrl: string): { REDIS_URL?: string; REDIS_PREFIX: string } {
  const redis = process.env['TEST_REDIS_URL'];
  return {
    ...(redis !== undefined && { REDIS_URL: redis }),
    REDIS_PREFIX: new URL(databaseUrl).pathname.slice(1),
  };
}

/** Starts a server of one's own on a database; several may run on one. */
export async function startDesk(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv = {},
  main = MAIN,
): Promise<OwnDesk> {
  const child = spawn(process.execPath, [main, 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      ...jobsOf(databaseUrl),
      PORT: '0',
      LOG_LEVEL: 'error',
      SECRETS_KEY: process.env['TEST_SECRETS_KEY'],
      FILES_DIR: process.env['TEST_FILES_DIR'],
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = (await Promise.race([
    once(child.stdout!, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
  ])) as [Buffer];
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url: /http:\S+/.exec(String(line))?.[0] ?? '',
    databaseUrl,
    process: child,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  };
}

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Asks again and again until the answer is as wanted; for what the machine does on its own, such as jobs. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  withinMs = 120_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`not within ${withinMs} ms; the last answer: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
