import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Settings } from '../config/settings.js';

const CONNECT_MS = 5000;
// BullMQ waits up to 10 seconds for the next job in one command; longer than this is a Redis that hangs.
const HANGS_MS = 15_000;
const ASKED_MS = 3000;
const ANSWER_MS = 1000;
const RETRY_AT_MOST_MS = 2000;

/** A connection to Redis or Valkey that comes back by itself. */
export interface RedisLink {
  client: Redis | Cluster;
  /** Whether it answers a ping now. */
  answers(): Promise<boolean>;
  disconnect(): void;
}

/**
 * Connects as REDIS_MODE says. `asking` gives up on a command soon, so that whoever hands jobs over learns that they
 * were not taken; `working` waits for Redis to come back.
 */
export function openRedis(settings: Settings, use: 'asking' | 'working'): RedisLink {
  const client = clientFor(settings, optionsFor(use));
  return {
    client,
    answers: () => answers(client),
    disconnect: () => client.disconnect(),
  };
}

/** A client that reaches Redis as REDIS_MODE says. How often it tries again is `retryStrategy`'s to say, also for sentinels and clusters. */
export function clientFor(settings: Settings, options: RedisOptions): Redis | Cluster {
  const address = new URL(settings.REDIS_URL!);
  const login = {
    username: decodeURIComponent(address.username) || undefined,
    password: decodeURIComponent(address.password) || undefined,
    tls: address.protocol === 'rediss:' ? { servername: address.hostname } : undefined,
  };
  const nodes = nodesOf(address, settings.REDIS_NODES);
  switch (settings.REDIS_MODE) {
    case 'single':
      return new Redis(settings.REDIS_URL!, options);
    case 'sentinel':
      return new Redis({
        ...options,
        ...login,
        db: Number(address.pathname.slice(1)) || 0,
        sentinels: nodes,
        name: settings.REDIS_SENTINEL_NAME,
        sentinelPassword: settings.REDIS_SENTINEL_PASSWORD,
        enableTLSForSentinelMode: login.tls !== undefined,
        sentinelTLS: login.tls,
        sentinelRetryStrategy: options.retryStrategy as RedisOptions['sentinelRetryStrategy'],
      });
    case 'cluster':
      return new Cluster(nodes, {
        redisOptions: { ...options, ...login },
        clusterRetryStrategy: options.retryStrategy,
        lazyConnect: options.lazyConnect,
        enableOfflineQueue: options.enableOfflineQueue,
        dnsLookup: login.tls && ((host, callback) => callback(null, host)),
      });
  }
}

function optionsFor(use: 'asking' | 'working'): RedisOptions {
  const common = { connectTimeout: CONNECT_MS, keepAlive: CONNECT_MS, retryStrategy: retryAfter };
  return use === 'working'
    ? { ...common, maxRetriesPerRequest: null, commandTimeout: HANGS_MS }
    : { ...common, maxRetriesPerRequest: null, commandTimeout: ASKED_MS, enableOfflineQueue: false };
}

/** The address itself and REDIS_NODES: the sentinels, or some nodes of the cluster. */
function nodesOf({ hostname, port }: URL, more: string | undefined): { host: string; port: number }[] {
  const first = `${hostname}:${port || '6379'}`;
  return [first, ...(more === undefined ? [] : more.split(','))].map((node) => {
    const [, host, number] = /^\[?(.+?)\]?:(\d+)$/.exec(node.trim())!;
    return { host: host!, port: Number(number) };
  });
}

function retryAfter(times: number): number {
  return Math.min(times * 100, RETRY_AT_MOST_MS);
}

async function answers(client: Redis | Cluster): Promise<boolean> {
  if (client.status !== 'ready') return false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_MS);
  });
  const asked = client.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
