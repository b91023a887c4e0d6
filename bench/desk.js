import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/src/app.module.js';
import { readSettings } from '../dist/src/base/config/settings.js';
import { startEmbeddedPostgres } from '../dist/src/base/database/embedded-postgres.js';
import { migrateInstallation } from '../dist/src/installation.js';
import { createKey } from '../dist/src/keys.command.js';
import { watchCpu } from './cpu.js';
import { connect } from './database.js';
import { seed } from './seed.js';

const MAIN = fileURLToPath(new URL('../dist/bin/main.js', import.meta.url));
const REVIEWERS = 8;
/** Of every server that is measured, the bare one too. */
const LOG_LEVEL = 'error';

/** The embedded PostgreSQL with the settings that users get, in a folder that is removed at the end. */
export async function startDatabase(log) {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      log,
      // When a change was committed is what the stream is measured from.
      settings: { track_commit_timestamp: 'on' },
    });
    const unwatch = watchCpu(postgres.pid);
    return {
      url: postgres.url,
      stop: () => {
        unwatch();
        return postgres.stop().finally(remove);
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A migrated database with one workspace in it that is filled to this size, and a key for everybody who calls. */
export async function createDatabase(adminUrl, name, size) {
  const client = await connect(adminUrl);
  await client.query(`create database ${name}`);
  await client.end();
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const { workspaceId, members } = await openWorkspace(url);
  const { 'fact-checker': factChecker, viewer, admin, ...reviewers } = members;
  // An empty one is left as an installation finds it.
  const queueIds =
    size.claims === 0 ? [] : await seed(url, { workspaceId, enteredBy: factChecker.id, ...size });
  return {
    url,
    workspaceId,
    factChecker,
    viewer,
    admin,
    reviewers: Object.values(reviewers),
    queueIds,
    claims: size.claims,
  };
}

async function openWorkspace(url) {
  const settings = readSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
  await migrateInstallation(settings);
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), { logger: false });
  const roles = { 'fact-checker': 'fact_checker', viewer: 'viewer', admin: 'admin' };
  for (let i = 1; i <= REVIEWERS; i++) roles[`reviewer-${i}`] = 'reviewer';
  const keys = {};
  for (const [name, role] of Object.entries(roles)) {
    keys[name] = await createKey(app, { workspace: 'bench', role, name });
  }
  await app.close();
  const client = await connect(url);
  const { rows } = await client.query('select id, name, workspace_id from members');
  await client.end();
  const members = Object.fromEntries(rows.map(({ id, name }) => [name, { id, key: keys[name] }]));
  return { workspaceId: rows[0].workspace_id, members };
}

/** The real server as a process of its own. */
export function startServer(databaseUrl, environment = {}) {
  return startProcess([MAIN, 'start'], {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL,
    ...environment,
  });
}

/** A Fastify route without anything around it that answers these bytes: the bare limit of a cached answer. */
export function startBareServer({ body, etag }) {
  return startProcess([fileURLToPath(new URL('bare-server.js', import.meta.url))], {
    BODY: body,
    ETAG: etag,
    LOG_LEVEL,
  });
}

/** LISTEN, and a stream that writes to its readers what is notified: the bare limit of telling events as they happen. */
export function startBareStream(databaseUrl) {
  return startProcess([fileURLToPath(new URL('bare-stream.js', import.meta.url))], {
    DATABASE_URL: databaseUrl,
  });
}

async function startProcess(args, environment) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`a server ended with ${code} before it was ready`))),
  ]);
  const unwatch = watchCpu(child.pid);
  return {
    url: new URL(/http:\S+/.exec(String(line))[0]),
    pid: child.pid,
    stop: async () => {
      unwatch();
      child.kill('SIGINT');
      await ended;
    },
  };
}
