import { type Cluster, Redis } from 'ioredis';
import type { Settings } from '../../base/config/settings.js';
import { prefixOf, QUEUE } from '../../base/jobs/place.js';
import { clientFor } from '../../base/jobs/redis.js';
import { type Finding, problem } from './finding.js';
import type { Overdue } from './jobs.checks.js';
import { judgeRedis, readInfo } from './redis.rules.js';

const CHECK = 'redis';
const CONNECT_WITHIN_MS = 5000;

export interface RedisExamined {
  findings: Finding[];
  /** Undefined where it could not be read. */
  overdue: Overdue | undefined;
}

export async function examineRedis(settings: Settings): Promise<RedisExamined> {
  const redis = clientFor(settings, {
    lazyConnect: true,
    connectTimeout: CONNECT_WITHIN_MS,
    commandTimeout: CONNECT_WITHIN_MS,
    enableReadyCheck: false,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: Error | undefined;
  redis.on('error', (error: Error) => (cause ??= error));
  try {
    await redis.connect();
    // The driver stays in database 0, without a word, when there is none of the number asked for.
    if (redis instanceof Redis) await redis.select(redis.options.db ?? 0);
    const info = readInfo(await redis.info());
    const findings = judgeRedis(info, await snapshots(redis));
    return { findings, overdue: await overdueIn(redis, settings) };
  } catch (error) {
    // The promise only says that the connection is closed; the event before says why.
    return { findings: [explain(cause ?? (error as Error), settings.REDIS_URL!)], overdue: undefined };
  } finally {
    redis.disconnect();
  }
}

/** When Redis writes snapshots, "" for never; null where it will not say, as hosted ones do. */
async function snapshots(redis: Redis | Cluster): Promise<string | null> {
  try {
    return ((await redis.config('GET', 'save')) as string[])[1] ?? null;
  } catch {
    return null;
  }
}

async function overdueIn(redis: Redis | Cluster, settings: Settings): Promise<Overdue> {
  // Where BullMQ keeps when each sweep is due, by the milliseconds as its score.
  const [, due] = await redis.zrange(`${prefixOf(settings)}:${QUEUE}:repeat`, 0, 0, 'WITHSCORES');
  if (due === undefined) return null;
  const [seconds] = await redis.time();
  return Number(seconds) - Number(due) / 1000;
}

function explain(error: Error & { code?: string }, url: string): Finding {
  const { host } = URL.canParse(url) ? new URL(url) : { host: 'the server' };
  const text = `${error.code ?? ''} ${error.message}`;
  if (/WRONGPASS|NOAUTH|AUTH|invalid password/.test(text)) {
    return problem(
      CHECK,
      `Redis at ${host} refuses the password, or wants one.`,
      'Correct REDIS_URL: redis://:password@host:6379/0, or redis://user:password@… for a user.',
    );
  }
  if (/NOPERM/.test(text)) {
    return problem(
      CHECK,
      `The Redis user in REDIS_URL may not do what is needed: ${error.message}.`,
      'Allow it with "ACL SETUSER <user> ~* &* +@all".',
    );
  }
  if (/DB index is out of range/.test(text)) {
    return problem(
      CHECK,
      `Redis at ${host} has no database of the number in REDIS_URL.`,
      'Use /0, or raise "databases" in its configuration.',
    );
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(text)) {
    return problem(
      CHECK,
      `The name of the machine of Redis is not known here (${host}).`,
      'Check the host in REDIS_URL.',
    );
  }
  if (/ECONNREFUSED/.test(text)) {
    return problem(
      CHECK,
      `Nothing listens at ${host}.`,
      'Start Redis there, or correct host and port in REDIS_URL.',
    );
  }
  return problem(
    CHECK,
    `Redis at ${host} cannot be reached: ${text.trim()}.`,
    'Check REDIS_URL (rediss:// where it wants encryption), the network, and the log of Redis.',
  );
}
