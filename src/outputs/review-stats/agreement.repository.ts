import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { UnitGroup } from './alpha.rules.js';
import type { PeriodDto } from './period.dto.js';

export interface AgreementFilter extends PeriodDto {
  workspaceId: string;
  queueId: string | null;
  reviewer: string | null;
}

export interface RoundGroup extends UnitGroup<string> {
  queueId: string;
  period: string;
}

export interface PairGroup extends UnitGroup<string> {
  one: string;
  other: string;
}

/*
 * The rounds r that count: closed by agreement or adjudication, never one that is open or was called off, as what was
 * decided there may still be blind.
 */
const SETTLED = `r.workspace_id = $1 and r.state = 'settled' and r.reviews > 1
  and ($2::timestamptz is null or r.closed_at >= $2) and ($3::timestamptz is null or r.closed_at < $3)
  and ($4::uuid is null or r.queue_id = $4)`;

@Injectable()
export class AgreementRepository {
  /** How often rounds of a queue and a month were given the same ratings: few rows, however many rounds. */
  rounds(reader: Reader, filter: AgreementFilter): Promise<RoundGroup[]> {
    return reader.query<RoundGroup>(
      `select queue_id as "queueId", to_char(closed_at at time zone 'UTC', 'YYYY-MM') as period, values,
              count(*)::float8 as count
         from (select r.queue_id, r.closed_at, array_agg(d.rating order by d.rating) as values
                 from rounds r join decisions d on d.round_id = r.id
                where ${SETTLED}
                group by r.id
               having count(*) > 1 and ($5::uuid is null or bool_or(d.member_id = $5))) units
        group by 1, 2, 3 order by 1, 2, 3`,
      parametersOf(filter),
    );
  }

  /** How often two members gave a claim the same two ratings. */
  pairs(reader: Reader, filter: AgreementFilter): Promise<PairGroup[]> {
    return reader.query<PairGroup>(
      `select one.member_id as one, other.member_id as other,
              array[least(one.rating, other.rating), greatest(one.rating, other.rating)] as values,
              count(*)::float8 as count
         from rounds r
         join decisions one on one.round_id = r.id
         join decisions other on other.round_id = r.id and other.member_id > one.member_id
        where ${SETTLED} and ($5::uuid is null or $5 in (one.member_id, other.member_id))
        group by 1, 2, 3 order by 1, 2, 3`,
      parametersOf(filter),
    );
  }

  async names(reader: Reader, workspaceId: string): Promise<Map<string, string | null>> {
    const rows = await reader.query<{ id: string; name: string | null }>(
      `select id, name from members where workspace_id = $1
       union all select id, name from queues where workspace_id = $1`,
      [workspaceId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function parametersOf({ workspaceId, from, to, queueId, reviewer }: AgreementFilter): unknown[] {
  return [workspaceId, from, to, queueId, reviewer];
}
