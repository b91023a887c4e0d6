import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

// Any constant serves, as long as nothing else in this database locks by it.
const SEQUENCER_LOCK = 7_261_553_001;
/** What is notified when events were placed: the last position, and their workspaces where those are not too many. */
export const PLACED = 'second_source_placed';
const NAMED_AT_MOST = 100;

/** The feed was moved up to this position. */
export interface Moved {
  last: number;
  /** Of which workspaces; null: perhaps all of them. */
  workspaceIds: string[] | null;
}

export interface Placed {
  count: number;
  moved: Moved | null;
}

/** Reads what was notified; null for what another version of this program wrote. */
export function readMoved(notified: string): Moved | null {
  const [last, ...workspaceIds] = notified.split(' ');
  if (!/^\d+$/.test(last!)) return null;
  return { last: Number(last), workspaceIds: workspaceIds.length === 0 ? null : workspaceIds };
}

@Injectable()
export class FeedRepository {
  static readonly BATCH = 1000;

  async anyUnplaced(reader: Reader): Promise<boolean> {
    const [row] = await reader.query<{ any: boolean }>(
      'select exists (select 1 from unplaced_events) as any',
    );
    return row!.any;
  }

  /**
   * Places one batch, in the order in which the events were queued: within a chain that is its own, because a chain's
   * head is locked while the ids of its unplaced events are drawn. Only here is notified, so no writer waits for another.
   */
  async place(reader: Reader): Promise<Placed> {
    const [row] = await reader.query<{ placed: number; last: string | null; workspaces: string | null }>(
      'select placed, last, workspaces from place_events($1, $2, $3, $4)',
      [SEQUENCER_LOCK, PLACED, FeedRepository.BATCH, NAMED_AT_MOST],
    );
    const { placed, last, workspaces } = row!;
    const moved = last === null ? null : { last: Number(last), workspaceIds: workspaces?.split(' ') ?? null };
    return { count: placed, moved };
  }

  /**
   * The workspace as a range of one, and in the order: with "workspace_id = $1" the planner may read all workspaces'
   * feed backwards, which takes long for one that has been quiet while others were not.
   */
  async head(reader: Reader, workspaceId: string): Promise<{ position: number; at: Date | null }> {
    const [row] = await reader.query<{ position: string; at: Date }>(
      `select f.position, e.at from feed f join events e on e.id = f.event_id
        where f.workspace_id between $1 and $1 order by f.workspace_id desc, f.position desc limit 1`,
      [workspaceId],
    );
    return row === undefined ? { position: 0, at: null } : { position: Number(row.position), at: row.at };
  }

  async readFrom(reader: Reader, name: string): Promise<number> {
    const [row] = await reader.query<{ position: string }>(
      'select position from feed_readers where name = $1',
      [name],
    );
    return Number(row?.position ?? 0);
  }

  async readTo(reader: Reader, name: string, position: number): Promise<void> {
    await reader.query(
      `insert into feed_readers (name, position) values ($1, $2)
       on conflict (name) do update set position = greatest(feed_readers.position, excluded.position)`,
      [name, position],
    );
  }

  /**
   * The next placed events after a position, over all workspaces; each event by its index, whatever the planner, which
   * knows neither limit nor position, makes of a join.
   */
  next(reader: Reader, after: number, limit: number): Promise<PlacedEvent[]> {
    return reader.query<PlacedEvent>(
      `select f.position::float8 as position, f.workspace_id as "workspaceId", f.type, e.id, e.claim_id as "claimId",
              e.subject_id as "subjectId"
         from feed f cross join lateral (select * from events where id = f.event_id limit 1) e
        where f.position > $1 order by f.position limit $2`,
      [after, limit],
    );
  }
}

export interface PlacedEvent {
  position: number;
  workspaceId: string;
  type: string;
  id: string;
  claimId: string | null;
  subjectId: string;
}
