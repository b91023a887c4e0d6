import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { JOBS_SCHEMA, QUEUE } from '../../base/jobs/place.js';
import { rows } from './connecting.js';
import { counted, type Finding, lasting, ok, problem, warning } from './finding.js';

const SWEPT_WITHIN_S = 60;
const FOLDED_WITHIN_MS = 5000;
const LOOK_AGAIN_MS = 250;

const START_A_WORKER =
  'Start a process with ROLE=worker or ROLE=all; if one runs, read its log for errors of jobs.';

/**
 * Seconds since the sweep that is due first should have begun, by the clock of who keeps the schedule: less than
 * zero when it lies ahead, null when no sweep was ever scheduled.
 */
export type Overdue = number | null;

/** A sweep's next run is written down as the one before begins, so a date in the past means that no worker is there. */
export async function overdueInPostgres(db: pg.Client): Promise<Overdue> {
  const table = `${JOBS_SCHEMA}.scheduler`;
  const [known] = await rows<{ known: boolean }>(db, 'select to_regclass($1) is not null as known', [table]);
  if (!known!.known) return null;
  const [row] = await rows<{ overdue: Overdue }>(
    db,
    `select (extract(epoch from clock_timestamp()) - min(next_run_ms) / 1000.0)::float8 as overdue
       from ${table} where queue = $1`,
    [QUEUE],
  );
  return row!.overdue;
}

export async function examineWorkers(db: pg.Client, overdue: Overdue): Promise<Finding[]> {
  const [row] = await rows<{ count: number }>(
    db,
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'second-source'`,
  );
  if (row!.count === 0) {
    return [
      warning('workers', 'No Second Source is connected to this database.', 'Start one when it is wanted.'),
    ];
  }
  if (overdue === null) {
    return [
      problem('workers', 'Second Source runs, but no worker has ever scheduled its sweeps.', START_A_WORKER),
    ];
  }
  if (overdue > SWEPT_WITHIN_S) {
    return [
      problem(
        'workers',
        `Second Source runs, but no worker does its jobs: a sweep has been due for ${lasting(overdue)}.`,
        START_A_WORKER,
      ),
    ];
  }
  return [ok('workers', 'A worker does the sweeps when they are due.')];
}

/** Leases end by themselves; untidied, their slots are offered to nobody. */
export async function examineLeases(db: pg.Client): Promise<Finding[]> {
  const [row] = await rows<{ count: number; seconds: number }>(
    db,
    `select count(*)::int as count,
            coalesce(max(extract(epoch from clock_timestamp() - expires_at)), 0)::float8 as seconds
       from assignments
      where state in ('offered', 'leased', 'held') and expires_at < clock_timestamp() - $1 * interval '1 second'`,
    [SWEPT_WITHIN_S],
  );
  const { count, seconds } = row!;
  if (count === 0) return [ok('leases', 'What has run out is tidied.')];
  return [
    problem(
      'leases',
      `${counted(count, 'lease')} (or offers) ran out and ${count === 1 ? 'is' : 'are'} not tidied, the oldest for ${lasting(seconds)}; the claims wait for nobody.`,
      START_A_WORKER,
    ),
  ];
}

/** Deltas carry no time, so it is looked twice: a worker that runs folds each second. */
export async function examineCounts(db: pg.Client): Promise<Finding[]> {
  const oldest = await oldestDelta(db);
  const deadline = Date.now() + FOLDED_WITHIN_MS;
  for (let now = oldest; now !== null; now = await oldestDelta(db)) {
    if (now !== oldest) break;
    if (Date.now() > deadline) {
      return [
        warning(
          'counts',
          'Changes of the counts are not folded into them; the counts stay right, and polling them gets slower.',
          START_A_WORKER,
        ),
      ];
    }
    await delay(LOOK_AGAIN_MS);
  }
  return [ok('counts', 'They are folded.')];
}

async function oldestDelta(db: pg.Client): Promise<string | null> {
  const [row] = await rows<{ id: string | null }>(db, 'select min(id) as id from claim_count_deltas');
  return row!.id;
}
