import {
  createPostgresBackend,
  type Job,
  Queue,
  type Worker,
  type WorkerOptions,
  Worker as JobWorker,
} from 'bullmq';
import type { Settings } from '../config/settings.js';
import { JOBS_SCHEMA, prefixOf, QUEUE } from './place.js';
import { openRedis, type RedisLink } from './redis.js';

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What is asked of BullMQ's queue, alike on either backend. */
export interface MachineQueue {
  addBulk(jobs: { name: string; data: object; opts: object }[]): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; opts: object },
  ): Promise<unknown>;
  getJobSchedulersCount(): Promise<number>;
  getJobCounts(...states: JobState[]): Promise<Record<string, number>>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface OpenQueue {
  queue: MachineQueue;
  /** Whether what keeps the jobs answers now. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenWorker {
  worker: Worker;
  /** Lets the jobs under way finish; cuts off at once what cannot answer any more. */
  close(): Promise<void>;
}

/** BullMQ on Redis when one is set, otherwise on our PostgreSQL. */
export function openQueue(settings: Settings): OpenQueue {
  if (settings.REDIS_URL === undefined) {
    const queue = new Queue(QUEUE, { connection: postgres(settings) }, createPostgresBackend);
    return { queue, answers: () => Promise.resolve(true), close: () => queue.close() };
  }
  const link = openRedis(settings, 'asking');
  const queue = new Queue(QUEUE, { connection: link.client, prefix: prefixOf(settings) });
  return { queue, answers: () => link.answers(), close: () => closed(link, () => queue.close()) };
}

export function openWorker(
  settings: Settings,
  process: (job: Pick<Job, 'name' | 'data'>) => Promise<void>,
  options: Pick<WorkerOptions, 'concurrency'>,
): OpenWorker {
  const more = { ...options, autorun: false };
  if (settings.REDIS_URL === undefined) {
    const connection = postgres(settings);
    const worker = new JobWorker(QUEUE, process, { ...more, connection }, createPostgresBackend);
    return { worker: worker as unknown as Worker, close: () => worker.close() };
  }
  const link = openRedis(settings, 'working');
  const worker = new JobWorker(QUEUE, process, {
    ...more,
    connection: link.client,
    prefix: prefixOf(settings),
  });
  return {
    worker,
    close: () => closed(link, async () => worker.close(!(await link.answers()))),
  };
}

function postgres(settings: Settings) {
  return { connectionString: settings.DATABASE_URL, schema: JOBS_SCHEMA, migrate: true, max: 3 };
}

async function closed(link: RedisLink, close: () => Promise<void>): Promise<void> {
  try {
    await close();
  } finally {
    link.disconnect();
  }
}
