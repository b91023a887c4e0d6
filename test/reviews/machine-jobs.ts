import 'reflect-metadata';
import type { Job, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { readSettings } from '../../src/base/config/settings.js';
import { type MachineQueue, openQueue } from '../../src/base/jobs/backend.js';
import { type Desk, eventually, jobsOf, onDatabase } from '../setup/desk.js';

/** Waits until the workers of a desk are done with what they were at. */
export async function nothingInHand(desk: Desk): Promise<void> {
  await withQueue(desk, (queue) =>
    eventually(
      () => queue.getJobCounts('waiting', 'active'),
      ({ waiting, active }) => waiting === 0 && active === 0,
    ),
  );
}

/** Waits until no job stands in line; some may be under way. */
export async function nothingWaits(desk: Desk): Promise<void> {
  await withQueue(desk, (queue) =>
    eventually(
      () => queue.getJobCounts('waiting'),
      ({ waiting }) => waiting === 0,
    ),
  );
}

/** How often a job has been done. */
export function runsOf(desk: Desk, name: string): Promise<number> {
  return withQueue(desk, async (queue) => {
    const done = await (queue as unknown as Pick<Queue, 'getJobs'>).getJobs(['completed']);
    return done.filter((job) => job.name === name).length;
  });
}

/** Hands a job over at once that a sweep would do in its time, and waits until it is done. */
export async function runJob(desk: Desk, name: string): Promise<void> {
  await withQueue(desk, async (queue) => {
    const [job] = (await queue.addBulk([{ name, data: {}, opts: {} }])) as [Pick<Job, 'getState'>];
    await eventually(
      () => job.getState(),
      (state) => state === 'completed',
    );
  });
}

async function withQueue<T>(desk: Desk, work: (queue: MachineQueue) => Promise<T>): Promise<T> {
  const settings = readSettings({ DATABASE_URL: desk.databaseUrl, ...jobsOf(desk.databaseUrl) });
  const opened = openQueue(settings);
  try {
    return await work(opened.queue);
  } finally {
    await opened.close();
  }
}

/** What keeps the jobs can lose them in these ways. */
export const LOSSES: [string, (desk: Desk) => Promise<unknown>][] =
  process.env['TEST_REDIS_URL'] === undefined
    ? [
        [
          'every job and schedule of BullMQ is gone',
          ({ databaseUrl }) =>
            onDatabase(databaseUrl, (client) =>
              client.query(
                `do $$ begin
                   execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' cascade'
                              from pg_tables where schemaname = 'bullmq' and tablename <> 'migration');
                 end $$`,
              ),
            ),
        ],
        [
          'the schema of BullMQ is gone',
          ({ databaseUrl }) =>
            onDatabase(databaseUrl, (client) => client.query('drop schema bullmq cascade')),
        ],
      ]
    : [['every key of BullMQ is gone from Redis', loseKeys]];

async function loseKeys({ databaseUrl }: Desk): Promise<void> {
  const { REDIS_URL, REDIS_PREFIX } = jobsOf(databaseUrl);
  const redis = new Redis(REDIS_URL!);
  const keys = await redis.keys(`{${REDIS_PREFIX}}:*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}
