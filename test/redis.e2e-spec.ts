import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { eventually } from './setup/desk.js';
import { type OwnRedis, REDIS_SERVER, startRedis } from './setup/redis.js';
import { type Client, type Json, queuedClaim, Workspace } from './setup/workspace.js';
import { deskOfItsOwn, type OwnDatabaseDesk, queue, runOut, take } from './reviews/reviewing.js';

// Where neither Redis nor Valkey is installed these cannot run; the jobs are then kept in PostgreSQL anyway.
const describeWithRedis = REDIS_SERVER === undefined ? describe.skip : describe;

describeWithRedis('with its jobs in Redis', () => {
  let redis: OwnRedis;
  let server: OwnDatabaseDesk;
  let factChecker: Client;
  let reviewer: Client;
  let pushQueue: string;

  async function open(environment: NodeJS.ProcessEnv = {}): Promise<void> {
    server = await deskOfItsOwn({ REDIS_URL: redis.url, LOG_LEVEL: 'silent', ...environment });
    const workspace = Workspace.open(server);
    factChecker = await workspace.client('fact_checker');
    reviewer = await workspace.client('reviewer');
    pushQueue = (await queue(await workspace.client('editor'), { mode: 'push' })).id;
  }

  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await server.close();
    await redis.stop();
  });

  const push = (): Promise<Json> => queuedClaim(factChecker, {}, { queueId: pushQueue });
  const offered = (id: string): Promise<Json> =>
    eventually(
      async () => (await factChecker.get(`/claims/${id}`)).body,
      ({ leases }) => leases.length === 1,
    );
  const ready = async (): Promise<Json> => {
    const response = await fetch(`${server.url}/health/ready`);
    return { http: response.status, ...((await response.json()) as object) };
  };
  const readyWith = (wanted: Json): Promise<Json> =>
    eventually(ready, (answer) => answer.status === wanted.status && answer.jobs === wanted.jobs);

  async function everythingIsAnswered(): Promise<void> {
    const waiting = await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    expect(assignment.claimId).toBe(waiting.id);
    expect((await factChecker.get('/events?after=0')).status).toBe(200);
    expect((await factChecker.get('/stats/claims')).status).toBe(200);
    const done = await reviewer.post(`/assignments/${assignment.id}/decision`, {
      token: assignment.lease.token,
      rating: 'mixed',
      confidence: 'low',
      rationale: 'Both have a point.',
    });
    expect(done.body.claim.status).toBe('decided');
  }

  it('does its work, and says that all is well', async () => {
    await open();
    await offered((await push()).id);
    expect(await ready()).toMatchObject({ http: 200, status: 'ok', jobs: 'up' });
  });

  it('answers every request while Redis is gone, says so, and catches up when it is back', async () => {
    await open();
    await offered((await push()).id);
    await redis.kill();
    await readyWith({ status: 'degraded', jobs: 'down' });
    expect((await ready()).http).toBe(200);

    const pushed = [await push(), await push()];
    await everythingIsAnswered();
    expect((await factChecker.get(`/claims/${pushed[0].id}`)).body.leases).toEqual([]);

    await redis.start();
    for (const { id } of pushed) await offered(id);
    await readyWith({ status: 'ok', jobs: 'up' });
  });

  it('starts while Redis is gone, and works when it comes', async () => {
    await redis.kill();
    await open();
    expect(await ready()).toMatchObject({ http: 200, status: 'degraded', jobs: 'down' });
    await everythingIsAnswered();
    const { id } = await push();
    await redis.start();
    await offered(id);
  });

  it('loses nothing when Redis is flushed: what waits is found again, and sweeps run on', async () => {
    await open();
    await offered((await push()).id);
    const waiting = await queuedClaim(factChecker);
    const { assignment } = await take(reviewer);
    const client = new Redis(redis.url);
    // Handed over and then lost: a job that is known to be in Redis and nowhere else.
    const lost = await push();
    await client.flushall();
    await runOut(server, assignment.id, '6 minutes');

    await offered(lost.id);
    await eventually(
      async () => (await factChecker.get(`/claims/${waiting.id}`)).body.status,
      (status) => status === 'queued',
    );
    await offered((await push()).id);
    client.disconnect();
  });

  it('answers every request while Redis hangs, and catches up when it goes on', async () => {
    await open();
    await offered((await push()).id);
    redis.process.kill('SIGSTOP');
    await readyWith({ status: 'degraded', jobs: 'down' });
    const { id } = await push();
    await everythingIsAnswered();
    redis.process.kill('SIGCONT');
    await offered(id);
    await readyWith({ status: 'ok', jobs: 'up' });
  });

  it.each([
    ['gone', 'SIGKILL'],
    ['hanging', 'SIGSTOP'],
  ] as const)('ends on Ctrl-C without an error while Redis is %s', async (_, signal) => {
    await open();
    await offered((await push()).id);
    redis.process.kill(signal);
    await readyWith({ status: 'degraded', jobs: 'down' });
    await server.stop();
    expect(server.process.exitCode).toBe(0);
  });

  it('keeps the jobs of two installations that share it apart by their prefixes', async () => {
    await open();
    const other = await deskOfItsOwn({ REDIS_URL: redis.url, ROLE: 'worker' });
    for (let i = 0; i < 5; i++) await offered((await push()).id);
    const client = new Redis(redis.url);
    const prefixes = new Set((await client.keys('*')).map((key) => key.split(':')[0]));
    expect([...prefixes].toSorted()).toEqual(
      [server, other].map(({ databaseUrl }) => `{${new URL(databaseUrl).pathname.slice(1)}}`).toSorted(),
    );
    client.disconnect();
    await other.close();
  });
});

describeWithRedis('Redis as operators run it', () => {
  const started: OwnRedis[] = [];
  const start = async (...args: string[]): Promise<OwnRedis> => {
    const redis = await startRedis(args);
    started.push(redis);
    return redis;
  };
  afterEach(async () => {
    for (const redis of started.splice(0)) await redis.stop();
  });

  async function works(environment: NodeJS.ProcessEnv): Promise<void> {
    const server = await deskOfItsOwn(environment);
    const workspace = Workspace.open(server);
    await workspace.client('reviewer');
    const editor = await workspace.client('editor');
    const { id: queueId } = await queue(editor, { mode: 'push' });
    const { id } = await queuedClaim(editor, {}, { queueId });
    await eventually(
      async () => (await editor.get(`/claims/${id}`)).body.leases,
      (leases) => leases.length === 1,
    );
    const health = (await (await fetch(`${server.url}/health/ready`)).json()) as Json;
    expect(health).toEqual({ status: 'ok', jobs: 'up' });
    await server.stop();
    expect(server.process.exitCode).toBe(0);
    await server.close();
  }

  it('asks for a password', async () => {
    const redis = await start('--requirepass', 'p@ss word');
    await works({ REDIS_URL: `redis://:${encodeURIComponent('p@ss word')}@127.0.0.1:${redis.port}/0` });
  });

  it('stands behind sentinels', async () => {
    const redis = await start();
    const sentinel = await startSentinel(redis.port);
    started.push(sentinel);
    await works({
      REDIS_URL: `redis://127.0.0.1:${sentinel.port}`,
      REDIS_MODE: 'sentinel',
      REDIS_SENTINEL_NAME: 'desk',
    });
  });

  it('is a cluster', async () => {
    const announced = ['--cluster-announce-ip', '127.0.0.1'];
    const redis = await start(
      '--cluster-enabled',
      'yes',
      '--cluster-config-file',
      'nodes.conf',
      ...announced,
    );
    const client = new Redis(redis.port);
    await client.call('cluster', 'addslotsrange', '0', '16383');
    while (!String(await client.call('cluster', 'info')).includes('cluster_state:ok')) await pause(20);
    client.disconnect();
    await works({ REDIS_URL: redis.url.replace(/\/0$/, ''), REDIS_MODE: 'cluster' });
  });
});

/** A sentinel is a Redis with a configuration file of its own that names whom it watches. */
async function startSentinel(port: number): Promise<OwnRedis> {
  const file = join(await mkdtemp(join(tmpdir(), 'second-source-sentinel-')), 'sentinel.conf');
  await writeFile(file, `sentinel monitor desk 127.0.0.1 ${port} 1\n`);
  return startRedis(['--sentinel'], file);
}
