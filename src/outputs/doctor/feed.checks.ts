import type pg from 'pg';
import { rows } from './connecting.js';
import { counted, type Finding, lasting, ok, problem } from './finding.js';

const PLACED_WITHIN_S = 10;
const TRACKED_WITHIN_S = 60;
// Enough to say how bad it is; a count of millions would take its time.
const COUNTED_AT_MOST = 10_000;

/** Events without a place are seen by no reader of the feed; any process places them, several times a second. */
export async function examineFeed(db: pg.Client): Promise<Finding[]> {
  const [row] = await rows<{ count: number; seconds: number }>(
    db,
    `select count(*)::int as count,
            coalesce(max(extract(epoch from clock_timestamp() - e.at)), 0)::float8 as seconds
       from (select workspace_id, event_id from unplaced_events order by id limit $1) u
       join events e on e.workspace_id = u.workspace_id and e.id = u.event_id`,
    [COUNTED_AT_MOST],
  );
  const { count, seconds } = row!;
  if (seconds <= PLACED_WITHIN_S) return [ok('feed', 'Every event has its place in it.')];
  return [
    problem(
      'feed',
      `It does not move: ${many(count)} no place in it, the oldest for ${lasting(seconds)}. Nobody who follows the feed sees them.`,
      'Start a process if none runs. If one does, its log says "events could not be placed" and why; a lock it waits for shows in pg_locks as advisory.',
    ),
  ];
}

/** What the event tracker has not read yet has woken no job. */
export async function examineTracker(db: pg.Client): Promise<Finding[]> {
  const [row] = await rows<{ count: number; seconds: number }>(
    db,
    `select count(*)::int as count,
            coalesce(max(extract(epoch from clock_timestamp() - e.at)), 0)::float8 as seconds
       from (select workspace_id, event_id from feed
              where position > coalesce((select position from feed_readers where name = 'event-tracker'), 0)
              order by position limit $1) f
       join events e on e.workspace_id = f.workspace_id and e.id = f.event_id`,
    [COUNTED_AT_MOST],
  );
  const { count, seconds } = row!;
  if (seconds <= TRACKED_WITHIN_S) return [ok('event tracker', 'It keeps up with the feed.')];
  return [
    problem(
      'event tracker',
      `It does not follow the feed: ${many(count)} woken no job yet, the oldest for ${lasting(seconds)}.`,
      'Start a worker (ROLE=worker or all) if none runs. If one does, its log says "events wait for event-tracker" and why.',
    ),
  ];
}

function many(count: number): string {
  if (count === COUNTED_AT_MOST) return `${count} events or more have`;
  return `${counted(count, 'event')} ${count === 1 ? 'has' : 'have'}`;
}
