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

export interface FeedRow {
  unplaced: number;
  unplacedSeconds: number;
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
         select workspace_id, queue_id, count(*) as slots from slots where state = 'waiting' group by 1, 2
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

  /** How far the feed is behind what is committed, and a reader behind the feed, whose positions leave no gaps. */
  async feed(reader: Reader, feedReader: string): Promise<FeedRow> {
    const [row] = await reader.query<FeedRow>(
      `with unplaced as (
         select (select count(*) from unplaced_events) as events,
                (select e.at from unplaced_events u join events e on e.id = u.event_id order by u.id limit 1) as since
       ), reader as (
         select coalesce((select position from feed_readers where name = $1), 0) as position
       ), behind as (
         select (select coalesce(max(position), 0) from feed) - reader.position as events,
                (select e.at from feed f join events e on e.id = f.event_id
                  where f.position > reader.position order by f.position limit 1) as since
           from reader
       )
       select unplaced.events::float8 as unplaced, behind.events::float8 as lag,
              coalesce(extract(epoch from statement_timestamp() - unplaced.since), 0)::float8 as "unplacedSeconds",
              coalesce(extract(epoch from statement_timestamp() - behind.since), 0)::float8 as "lagSeconds"
         from unplaced, behind`,
      [feedReader],
    );
    return row!;
  }
}
