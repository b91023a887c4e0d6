import type { Settings } from '../config/settings.js';

/*
 * Where BullMQ's jobs lie. Apart from what works on them, so that whoever only looks there need not load BullMQ.
 */

/** The schema of our PostgreSQL in which they are kept when there is no Redis. */
export const JOBS_SCHEMA = 'bullmq';
export const QUEUE = 'machine';

/** In braces, so that all keys of a Redis Cluster stand in one slot, as BullMQ's scripts need it. */
export function prefixOf({ REDIS_PREFIX }: Settings): string {
  return `{${REDIS_PREFIX}}`;
}
