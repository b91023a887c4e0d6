import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import { MAY_REVIEW } from '../../reviews/rounds/reviewers.repository.js';
import type { PeriodDto } from './period.dto.js';
import { MEASURED_DECISIONS, TIMES_OF_SECONDS, TURN, type TimesDto } from './times.dto.js';

export interface ReviewerCounts {
  id: string;
  name: string;
  offered: number;
  leased: number;
  held: number;
  declined: number;
  released: number;
  handedOver: number;
  expired: number;
  broken: number;
}

export interface ReviewerTimes extends TimesDto {
  memberId: string;
}

@Injectable()
export class ReviewerStatsRepository {
  /**
   * What each member who may review has in hand, and how their turns ended. A turn that has run out has expired when
   * its time was up, whether or not the ledger says so yet.
   */
  counts(reader: Reader, workspaceId: string, { from, to }: PeriodDto): Promise<ReviewerCounts[]> {
    return reader.query<ReviewerCounts>(
      `with live as (
         select member_id, case when expires_at > statement_timestamp() then state else 'run out' end as state,
                expires_at >= $2 and ($3::timestamptz is null or expires_at < $3) as runs_out_in_period
           from assignments where workspace_id = $1 and state in ('offered', 'leased', 'held')
       ), hand as (
         select member_id, count(*) filter (where state = 'offered') as offered,
                count(*) filter (where state = 'leased') as leased, count(*) filter (where state = 'held') as held,
                count(*) filter (where state = 'run out' and runs_out_in_period) as run_out
           from live group by 1
       ), ended as (
         select a.member_id, count(*) filter (where l.entry = 'declined') as declined,
                count(*) filter (where l.entry = 'released') as released,
                count(*) filter (where l.entry = 'handed_over') as handed_over,
                count(*) filter (where l.entry = 'expired') as expired,
                count(*) filter (where l.entry = 'broken') as broken
           from assignment_ledger l cross join lateral (${TURN}) a
          where l.workspace_id = $1 and l.entry in ('declined', 'released', 'handed_over', 'expired', 'broken')
            and l.at >= $2 and ($3::timestamptz is null or l.at < $3)
          group by 1
       )
       select m.id, m.name, coalesce(hand.offered, 0)::float8 as offered, coalesce(hand.leased, 0)::float8 as leased,
              coalesce(hand.held, 0)::float8 as held, coalesce(ended.declined, 0)::float8 as declined,
              coalesce(ended.released, 0)::float8 as released, coalesce(ended.broken, 0)::float8 as broken,
              coalesce(ended.handed_over, 0)::float8 as "handedOver",
              (coalesce(ended.expired, 0) + coalesce(hand.run_out, 0))::float8 as expired
         from members m
         left join hand on hand.member_id = m.id
         left join ended on ended.member_id = m.id
        where m.workspace_id = $1 and ${MAY_REVIEW}
        order by m.name_key, m.id`,
      [workspaceId, from, to],
    );
  }

  timesToDecision(reader: Reader, workspaceId: string, { from, to }: PeriodDto): Promise<ReviewerTimes[]> {
    return reader.query<ReviewerTimes>(
      `with ${MEASURED_DECISIONS} select member_id as "memberId", ${TIMES_OF_SECONDS} from measured group by 1`,
      [workspaceId, from, to],
    );
  }
}
