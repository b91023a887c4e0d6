import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The program that plays Redis, where one is installed: Redis or Valkey. */
export const REDIS_SERVER = ['redis-server', 'valkey-server'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);

/**
 * A Redis of one's own on a free port. Its process can be ended and started again on the same port: what it held is
 * then gone, as nothing is written to a disk.
 */
export async function startRedis(args = [], configuration = undefined) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'second-source-redis-'));
  const redis = {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    process: undefined,
    start: async () => {
      redis.process = spawn(
        REDIS_SERVER,
        configuration === undefined
          ? ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no', ...args]
          : [configuration, '--port', String(port), '--dir', folder, ...args],
        { stdio: 'ignore' },
      );
      await answering(port);
    },
    kill: async () => {
      const ended = once(redis.process, 'exit');
      redis.process.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      if (redis.process.exitCode === null && redis.process.signalCode === null) await redis.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

async function answering(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const there = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (there) return;
    await pause(20);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
