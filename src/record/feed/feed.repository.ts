import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';

// Any constant serves, as long as nothing else in this database locks by it.
const SEQUENCER_LOCK = 7_261_553_001;
/** What is notified when events were placed: their workspaces, or nothing where those are many. */
export const PLACED = 'second_source_placed';
const NAMED_AT_MOST = 100;

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
   * Places one batch and returns how many. The lock is a statement of its own: the next statement's snapshot is
   * then taken after the holder before has committed. Within a chain the ids of unplaced events follow its order,
   * because a chain's head is locked while they are drawn. Only here is notified, so no writer waits for another.
   */
  async place(tx: Tx): Promise<number> {
    await tx.query('select pg_advisory_xact_lock($1)', [SEQUENCER_LOCK]);
    const [row] = await tx.query<{ placed: string }>(
      `with batch as (
         select id, workspace_id, event_id, type from unplaced_events order by id limit $1
       ), gone as (
         delete from unplaced_events u using batch b where u.id = b.id
       ), placed as (
         insert into feed (position, workspace_id, event_id, type)
         select (select coalesce(max(position), 0) from feed) + row_number() over (order by b.id),
                b.workspace_id, b.event_id, b.type
           from batch b
         returning workspace_id
       ), moved as (
         select case when count(distinct workspace_id) <= $3 then string_agg(distinct workspace_id::text, ' ') end as names,
                count(*) as placed
           from placed
       )
       select placed, pg_notify($2, coalesce(names, '')) from moved where placed > 0`,
      [FeedRepository.BATCH, PLACED, NAMED_AT_MOST],
    );
    return Number(row?.placed ?? 0);
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
