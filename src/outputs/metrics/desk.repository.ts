import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import { LIVE, STANDS } from '../../reviews/rounds/live-turns.js';

export interface QueueRow {
  workspace: string;
  queue: string;
  waiting: number;
  offered: number;
  leased: number;
  overdue: number;
  oldestSeconds: number;
}

export interface UnplacedRow {
  unplaced: number;
  unplacedSeconds: number;
}

/** How far a reader inside the product is behind the feed. */
export interface ReaderRow {
  reader: string;
  lag: number;
  lagSeconds: number;
}

@Injectable()
export class DeskRepository {
  /**
   * The cost is that of what waits or is worked on now, never of what is done. Waiting slots are counted in
   * ix_slots_waiting alone. The oldest is the first of ix_rounds_open that has a waiting slot, and before it stand
   * only rounds that members have in hand.
   */
  queues(reader: Reader): Promise<QueueRow[]> {
    return reader.query<QueueRow>(
      `with waiting as (
         select n.workspace_id, n.queue_id, sum(s.waiting) as slots
           from (select needs_id, count(*) as waiting from slots where state = 'waiting'
                  group by workspace_id, needs_id) s
           join queue_needs n on n.id = s.needs_id group by 1, 2
       ), live as (
         select workspace_id, queue_id,
                count(*) filter (where stands and state = 'offered') as offered,
                count(*) filter (where stands and state <> 'offered') as leased,
                count(*) filter (where not stands) as overdue
           from (select a.workspace_id, a.queue_id, a.state, ${STANDS} as stands
                   from assignments a join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
                  where a.state in ${LIVE} offset 0) turns
          group by 1, 2
       )
       select w.slug as workspace, q.id as queue, coalesce(waiting.slots, 0)::float8 as waiting,
              coalesce(live.offered, 0)::float8 as offered, coalesce(live.leased, 0)::float8 as leased,
              coalesce(live.overdue, 0)::float8 as overdue,
              coalesce(greatest(extract(epoch from statement_timestamp() - oldest.at), 0), 0)::float8 as "oldestSeconds"
         from queues q
         join workspaces w on w.id = q.workspace_id
         left join waiting on waiting.workspace_id = q.workspace_id and waiting.queue_id = q.id
         left join live on live.workspace_id = q.workspace_id and live.queue_id = q.id
         left join lateral (
           select r.opened_at as at from rounds r
            where r.workspace_id = q.workspace_id and r.queue_id = q.id and r.state = 'open'
              and waiting.slots > 0
              and exists (select 1 from slots s where s.round_id = r.id and s.state = 'waiting' offset 0)
            order by r.opened_at limit 1
         ) oldest on true`,
    );
  }

  /** How far the feed is behind what is committed. */
  async unplaced(reader: Reader): Promise<UnplacedRow> {
    const [row] = await reader.query<UnplacedRow>(
      `select count(*)::float8 as unplaced,
              coalesce(extract(epoch from statement_timestamp() - (
                select e.at from unplaced_events u join events e on e.id = u.event_id order by u.id limit 1
              )), 0)::float8 as "unplacedSeconds"
         from unplaced_events`,
    );
    return row!;
  }

  /** How far each reader is behind the feed, whose positions leave no gaps; one that has not begun is among those named. */
  readers(reader: Reader, named: string[]): Promise<ReaderRow[]> {
    return reader.query<ReaderRow>(
      `select coalesce(r.name, n.name) as reader,
              (greatest((select max(position) from feed), 0) - coalesce(r.position, 0))::float8 as lag,
              coalesce(extract(epoch from statement_timestamp() - (
                select e.at from feed f join events e on e.id = f.event_id
                 where f.position > coalesce(r.position, 0) order by f.position limit 1
              )), 0)::float8 as "lagSeconds"
         from feed_readers r full join unnest($1::text[]) as n (name) on n.name = r.name`,
      [named],
    );
  }
}
