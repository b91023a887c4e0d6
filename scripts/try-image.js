/*
 * Shows without Docker that the image works: carries out the Dockerfile's own steps in a clean folder, then runs the
 * services of docker-compose.yml from it, as the user the Dockerfile names and with the settings the compose file
 * gives them, on an embedded PostgreSQL and, where redis-server is installed, a Redis that is started by the compose
 * file's own command. Ends with an error when anything is not as it should be.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { startEmbeddedPostgres } from '../dist/src/base/database/embedded-postgres.js';
import { buildImage } from './dockerfile.js';

const checkout = new URL('..', import.meta.url).pathname;
const { services } = load(readFileSync(join(checkout, 'docker-compose.yml'), 'utf8'), {
  schema: CORE_SCHEMA.withTags(mergeTag),
});
const folder = mkdtempSync(join(tmpdir(), 'second-source-image-'));
const secrets = join(folder, 'secrets');
const running = [];
const READY_WITHIN_MS = 60_000;

function expect(holds, what) {
  if (!holds) throw new Error(`not as it should be: ${what}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function secret(name, value = randomBytes(32).toString('hex')) {
  writeFileSync(join(secrets, name), `${value}\n`);
}

/** What stands in a container at /run/secrets stands here in a folder of our own. */
function here(text) {
  return String(text)
    .replaceAll('/run/secrets', secrets)
    .replaceAll('/app/files', join(image.root, '/app/files'))
    .replaceAll('$$', '$');
}

/** A service's settings as compose gives them, where a variable of compose's own is left out. */
function settingsOf(name, addresses) {
  const given = Object.entries(services[name].environment).map(([setting, value]) => [
    setting,
    here(value).replace(/\$\{\w+:-(.*)\}/, '$1'),
  ]);
  const { PATH } = process.env;
  return { PATH, ...image.env, ...Object.fromEntries(given), ...addresses, LOG_LEVEL: 'warn' };
}

/** How the image's program is started: in its folder, as its user where we are root. */
function asImage(command, env) {
  const [uid, gid] = image.user.split(':').map(Number);
  expect(uid > 0, 'the image runs as root');
  const user = process.getuid() === 0 ? { uid, gid } : {};
  return [command[0], command.slice(1), { cwd: join(image.root, image.workdir), env, ...user }];
}

function runOnce(command, env) {
  const { status, stdout, stderr } = spawnSync(...asImage(command, env));
  expect(status === 0, `${command.join(' ')} ended with ${status}: ${stderr}`);
  return String(stdout).trim();
}

function start(name, env) {
  const command = [...image.entrypoint, ...(services[name].command ?? image.command)];
  const [file, args, options] = asImage(command, env);
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  running.push(child);
  return { name, env, child };
}

async function untilHealthy(name, ask) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ask()) {
    expect(Date.now() < deadline, `${name} was not healthy within ${READY_WITHIN_MS / 1000} seconds`);
    await delay(200);
  }
  console.log(`  ${name} is healthy`);
}

/** The compose file's own command and health check, with Redis in place of Valkey. */
async function startRedis() {
  const port = await freePort();
  const programs = join(folder, 'programs');
  const data = join(folder, 'jobs');
  for (const path of [programs, data]) mkdirSync(path);
  const program = (name, text) =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  program('docker-entrypoint.sh', `shift; exec redis-server "$@" --port ${port} --bind 127.0.0.1`);
  program('valkey-cli', `exec redis-cli -p ${port} "$@"`);
  const env = { PATH: `${programs}:${process.env.PATH}` };
  const [shell, ...args] = services.jobs.command.map((text) =>
    here(text).replace('dir /data', `dir ${data}`),
  );
  const child = spawn(shell, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  const check = here(services.jobs.healthcheck.test[1]);
  await untilHealthy('jobs', () => spawnSync('sh', ['-c', check], { env }).status === 0);
  const ask = (...words) =>
    execFileSync(
      'sh',
      ['-c', `REDISCLI_AUTH=$(cat ${secrets}/redis-password) valkey-cli ${words.join(' ')}`],
      {
        env,
      },
    );
  expect(String(ask('config', 'get', 'maxmemory-policy')).includes('noeviction'), 'jobs could be evicted');
  expect(String(ask('config', 'get', 'appendonly')).includes('yes'), 'jobs would not outlive a restart');
  return port;
}

async function enterClaim(port, key) {
  const url = `http://127.0.0.1:${port}`;
  expect((await fetch(`${url}/health/ready`)).ok, 'GET /health/ready');
  const [script] = /\/files\/[^"]+\.js/.exec(await (await fetch(url)).text()) ?? [];
  expect(script !== undefined && (await fetch(url + script)).ok, 'the desk at /');
  const answer = await fetch(`${url}/api/v1/claims`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'The image works.', language: 'en' }),
  });
  expect(answer.status === 201, `POST /claims was answered with ${answer.status}: ${await answer.text()}`);
  console.log('  a claim is entered with a new key');
  const kept = await fetch(`${url}/api/v1/files?name=image`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: 'The image keeps files.',
  });
  expect(kept.status === 201, `POST /files was answered with ${kept.status}: ${await kept.text()}`);
  console.log('  a file is kept');
}

async function stop({ name, child }) {
  const limit = Number.parseInt(services[name].stop_grace_period, 10);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await Promise.race([ended, delay(limit * 1000, ['no code in time'], { ref: false })]);
  expect(code === 0, `${name} ended with ${code}`);
  console.log(`  ${name} stopped with exit code 0`);
}

async function tryImage(postgres) {
  const database = new URL(postgres.url);
  secret('database-password', decodeURIComponent(database.password));
  secret('redis-password');
  secret('secrets-key');
  const { hostname, port, pathname, username } = database;
  const addresses = { DATABASE_URL: `postgres://${username}@${hostname}:${port}${pathname}` };
  if (spawnSync('redis-server', ['--version']).status === 0) {
    addresses.REDIS_URL = `redis://127.0.0.1:${await startRedis()}`;
  } else {
    console.log('  redis-server is not installed: jobs are kept in PostgreSQL');
    Object.assign(addresses, { REDIS_URL: '', REDIS_PASSWORD_FILE: '' });
  }
  const migrated = runOnce(
    [...image.entrypoint, ...services.migrate.command],
    settingsOf('migrate', addresses),
  );
  console.log(`  migrate: ${migrated.slice(0, 60)}…`);
  const servers = [];
  for (const name of ['api', 'worker']) {
    const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
    servers.push(start(name, settingsOf(name, { ...addresses, ...ports })));
  }
  for (const { name, env } of servers) {
    const [file, args, options] = asImage(services[name].healthcheck.test.slice(1), env);
    await untilHealthy(name, () => spawnSync(file, args, options).status === 0);
  }
  const { env } = servers[0];
  const create = ['keys', 'create', '--workspace', 'image', '--role', 'editor', '--name', 'A program'];
  await enterClaim(env.PORT, runOnce([...image.entrypoint, ...create], env));
  for (const server of servers) await stop(server);
}

chmodSync(folder, 0o755);
mkdirSync(secrets);
let image;
let postgres;
try {
  console.log('Building as the Dockerfile says:');
  image = buildImage(checkout, join(folder, 'stages'));
  console.log('Running as docker-compose.yml says:');
  postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), log: () => {} });
  await tryImage(postgres);
  console.log('The image works.');
} finally {
  for (const child of running) child.kill('SIGKILL');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
