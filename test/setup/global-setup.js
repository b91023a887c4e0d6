import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '../../dist/src/app.module.js';
import { readSettings } from '../../dist/src/base/config/settings.js';
import { startEmbeddedPostgres } from '../../dist/src/base/database/embedded-postgres.js';
import { migrateInstallation } from '../../dist/src/installation.js';
import { createKey } from '../../dist/src/keys.command.js';
import { startRedis } from './redis.js';

const TEMPLATE = 'desk_template';
const SHARED = 'desk_shared';
const QUIET = 'desk_quiet';
/** The same for every server, as those of one database must have it. */
const SECRETS_KEY = randomBytes(32).toString('hex');

/**
 * One PostgreSQL for the whole run, a migrated template that databases are copied from in milliseconds, two real
 * server processes that most tests share (each in a workspace of its own), one without jobs, and a maker of keys, which is the same
 * code as the command line's but does not start a process per key. With JOBS=redis every server keeps its jobs in
 * one Redis, each database's under a prefix of its own.
 */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-test-'));
  const lines = [];
  const postgres = await startEmbeddedPostgres({
    dataDir: folder,
    log: (line) => lines.push(line),
    settings: {
      // Nothing here must survive a crash of the machine, and many small databases share it.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      // Says which statements waited for each other.
      log_error_verbosity: 'default',
    },
  });
  const databaseUrl = (name) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await migrateInstallation(settingsFor(databaseUrl(TEMPLATE)));
  for (const name of [SHARED, QUIET]) await admin.query(`create database ${name} template ${TEMPLATE}`);

  const redis = process.env.JOBS === 'redis' ? await startRedis() : undefined;
  if (redis !== undefined) process.env.TEST_REDIS_URL = redis.url;
  process.env.TEST_FILES_DIR = join(folder, 'files');
  const keyMaker = await startKeyMaker();
  const [server, quiet] = await Promise.all([
    startServer(databaseUrl(SHARED), 'all'),
    startServer(databaseUrl(QUIET), 'api'),
  ]);
  process.env.TEST_SECRETS_KEY = SECRETS_KEY;
  process.env.TEST_ADMIN_URL = postgres.url;
  process.env.TEST_TEMPLATE = TEMPLATE;
  process.env.TEST_DATABASE_URL = databaseUrl(SHARED);
  process.env.TEST_DESK_URL = server.url;
  process.env.TEST_QUIET_DATABASE_URL = databaseUrl(QUIET);
  process.env.TEST_QUIET_URL = quiet.url;
  process.env.TEST_KEYS_URL = keyMaker.url;

  globalThis.tearDown = async () => {
    await Promise.all([server.stop(), quiet.stop()]);
    await keyMaker.stop();
    await redis?.stop();
    await admin.end();
    await postgres.stop();
    const { rm } = await import('node:fs/promises');
    await rm(folder, { recursive: true, force: true });
    // They end well, as what failed is tried again, but only after a second: the order of locks is to be mended.
    const circles = circlesIn(lines);
    if (circles.length > 0)
      throw new Error(`Transactions waited for each other in a circle:\n${circles.join('\n')}`);
  };
}

/**
 * What PostgreSQL wrote of each circle, in whichever database, but for those of BullMQ's own statements: on PostgreSQL its workers promote
 * delayed jobs in no set order, and may wait for each other. Such a job is run again.
 */
function circlesIn(lines) {
  return lines
    .join('\n')
    .split(/^(?=ERROR: {2}deadlock detected)/m)
    .filter((circle) => circle.startsWith('ERROR') && !/^CONTEXT: .* in relation "job"$/m.test(circle));
}

function settingsFor(databaseUrl) {
  return readSettings({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
}

/** POST / with { databaseUrl, workspace, role, name } answers an API key. */
async function startKeyMaker() {
  const apps = new Map();
  const appFor = (databaseUrl) => {
    if (!apps.has(databaseUrl)) {
      const module = AppModule.with(settingsFor(databaseUrl));
      apps.set(databaseUrl, NestFactory.createApplicationContext(module, { logger: false }));
    }
    return apps.get(databaseUrl);
  };
  const server = createServer(async (request, response) => {
    // Kept alive, a connection could be closed for idleness in the very moment in which it is used again.
    response.setHeader('connection', 'close');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { databaseUrl, forget, ...wanted } = JSON.parse(Buffer.concat(chunks).toString());
    try {
      const app = await appFor(databaseUrl);
      if (forget) {
        apps.delete(databaseUrl);
        await app.close();
        response.end('');
      } else {
        response.end(await createKey(app, wanted));
      }
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const app of apps.values()) await (await app).close();
    },
  };
}

function startServer(databaseUrl, role) {
  const main = new URL('../../dist/bin/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [decodeURIComponent(main), 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      REDIS_URL: process.env.TEST_REDIS_URL ?? '',
      REDIS_PREFIX: new URL(databaseUrl).pathname.slice(1),
      ROLE: role,
      PORT: '0',
      LOG_LEVEL: 'error',
      SECRETS_KEY,
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.1',
      FILES_DIR: process.env.TEST_FILES_DIR,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    child.stdout.once('data', (line) => {
      resolve({
        url: /http:\S+/.exec(String(line))[0],
        stop: () =>
          new Promise((done) => {
            child.once('exit', done);
            child.kill('SIGINT');
          }),
      });
    });
  });
}
