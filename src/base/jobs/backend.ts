import { createPostgresBackend, type Job, Queue, Worker, type WorkerOptions } from 'bullmq';
import type { Settings } from '../config/settings.js';

/** The schema of our PostgreSQL in which BullMQ keeps its jobs when there is no Redis. */
export const JOBS_SCHEMA = 'bullmq';
export const QUEUE = 'machine';

export interface MachineQueue {
  addBulk(jobs: { name: string; data: object; opts: object }[]): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; opts: object },
  ): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** BullMQ on Redis when one is set, otherwise on our PostgreSQL. */
export function openQueue(settings: Settings): MachineQueue {
  return settings.REDIS_URL === undefined
    ? new Queue(QUEUE, { connection: postgres(settings) }, createPostgresBackend)
    : new Queue(QUEUE, { connection: redis(settings) });
}

export function openWorker(
  settings: Settings,
  process: (job: Pick<Job, 'name' | 'data'>) => Promise<void>,
  options: Pick<WorkerOptions, 'concurrency'>,
): Worker {
  const more = { ...options, autorun: false };
  const worker =
    settings.REDIS_URL === undefined
      ? new Worker(QUEUE, process, { ...more, connection: postgres(settings) }, createPostgresBackend)
      : new Worker(QUEUE, process, { ...more, connection: redis(settings) });
  return worker as unknown as Worker;
}

function postgres(settings: Settings) {
  return { connectionString: settings.DATABASE_URL, schema: JOBS_SCHEMA, migrate: true, max: 3 };
}

function redis(settings: Settings) {
  return { url: settings.REDIS_URL!, maxRetriesPerRequest: null };
}
