import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import { LIVE, STANDS } from '../../reviews/rounds/live-turns.js';
import type { PeriodDto } from './period.dto.js';
import { entriesOf, MEASURED_DECISIONS, TIMES_OF_SECONDS, type TimesDto } from './times.dto.js';

export interface QueueNow {
  id: string;
  name: string;
  waiting: number;
  offered: number;
  leased: number;
  held: number;
  overdue: number;
  oldestWaitingSince: Date | null;
}

export interface QueueTimes extends TimesDto {
  queueId: string;
}

@Injectable()
export class QueueStatsRepository {
  /**
   * What waits and is worked on, queue by queue. The cost is that of counting what waits, in ix_slots_waiting alone,
   * of what is in hand and of what is overdue; nothing of what is done is read. A turn that is over counts as
   * waiting, whether or not its slot was given back yet, and where its round is now. The oldest is the first of ix_rounds_open that has a waiting
   * slot, and before it stand only rounds that members have in hand.
   */
  now(reader: Reader, workspaceId: string): Promise<QueueNow[]> {
    return reader.query<QueueNow>(
      `with live as materialized (
         select a.queue_id, a.round_id, case when ${STANDS} then a.state else 'over' end as state
           from assignments a join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
          where a.workspace_id = $1 and a.state in ${LIVE}
       ), hand as (
         select case live.state when 'over' then r.queue_id else live.queue_id end as queue_id,
                count(*) filter (where live.state = 'offered') as offered,
                count(*) filter (where live.state = 'leased') as leased,
                count(*) filter (where live.state = 'held') as held,
                count(*) filter (where live.state = 'over') as over,
                min(r.opened_at) filter (where live.state = 'over') as over_since
           from live join rounds r on r.id = live.round_id group by 1
       ), due as (
         select queue_id, count(*) as overdue from rounds
          where workspace_id = $1 and state in ('open', 'disagreed') and due_at <= statement_timestamp() group by 1
       )
       select q.id, q.name, (waiting.slots + coalesce(hand.over, 0))::float8 as waiting,
              coalesce(hand.offered, 0)::float8 as offered, coalesce(hand.leased, 0)::float8 as leased,
              coalesce(hand.held, 0)::float8 as held, coalesce(due.overdue, 0)::float8 as overdue,
              least(oldest.at, hand.over_since) as "oldestWaitingSince"
         from queues q
         cross join lateral (
           select count(*) as slots from queue_needs n join slots s on s.needs_id = n.id
            where n.workspace_id = q.workspace_id and n.queue_id = q.id
              and s.workspace_id = q.workspace_id and s.state = 'waiting'
         ) waiting
         left join hand on hand.queue_id = q.id
         left join due on due.queue_id = q.id
         left join lateral (
           select r.opened_at as at from rounds r
            where r.workspace_id = q.workspace_id and r.queue_id = q.id and r.state = 'open' and waiting.slots > 0
              and exists (select 1 from slots s where s.round_id = r.id and s.state = 'waiting' offset 0)
            order by r.opened_at limit 1
         ) oldest on true
        where q.workspace_id = $1
        order by q.created_at, q.id`,
      [workspaceId],
    );
  }

  /** In how many milliseconds a lease or an offer runs out, or a round becomes overdue. */
  async changesInMs(reader: Reader, workspaceId: string): Promise<number> {
    const [row] = await reader.query<{ ms: number | null }>(
      `select extract(epoch from least(
                (select min(expires_at) from assignments
                  where workspace_id = $1 and state in ('offered', 'leased', 'held')
                    and expires_at > statement_timestamp()),
                (select min(due_at) from rounds
                  where workspace_id = $1 and state in ('open', 'disagreed') and due_at > statement_timestamp())
              ) - statement_timestamp())::float8 * 1000 as ms`,
      [workspaceId],
    );
    return row!.ms ?? Infinity;
  }

  /** From the opening of a round to the first lease of each of its slots, which is the one with the first token. */
  timesToClaim(reader: Reader, workspaceId: string, { from, to }: PeriodDto): Promise<QueueTimes[]> {
    return reader.query<QueueTimes>(
      `with measured as materialized (
         select a.queue_id,
                extract(epoch from l.at - (select opened_at from rounds where id = a.round_id))::float8 as seconds
           from ${entriesOf('leased')} and a.token = 1
       )
       select queue_id as "queueId", ${TIMES_OF_SECONDS} from measured group by 1`,
      [workspaceId, from, to],
    );
  }

  timesToDecision(reader: Reader, workspaceId: string, { from, to }: PeriodDto): Promise<QueueTimes[]> {
    return reader.query<QueueTimes>(
      `with ${MEASURED_DECISIONS} select queue_id as "queueId", ${TIMES_OF_SECONDS} from measured group by 1`,
      [workspaceId, from, to],
    );
  }
}
