import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { CLAIM_SUBMITTED, CLAIM_TRANSITIONED } from '../../facts/claims/claim.events.js';
import type { Bucket } from './timeline.rules.js';

export interface FlowRow {
  start: Date;
  status: string;
  entered: number;
  left: number;
}

const READER = 'status-flows';
const FOLD_LOCK = 7_261_553_005;
export const FLOWS_FOLDED_AT_ONCE = 5000;
const MOVES = `('${CLAIM_SUBMITTED.name}', '${CLAIM_TRANSITIONED.name}')`;

/**
 * What an event says of flows: one status left, where there was one, and one entered. Each event is found by index: the
 * planner would rather read all of them once than some thousands so.
 */
const MOVED = `join lateral (select at from events where id = f.event_id limit 1) e on true
  join lateral (select data from event_contents where event_id = f.event_id limit 1) c on true
  cross join lateral (values
    (coalesce(c.data ->> 'to', c.data -> 'claim' ->> 'status', 'triage'), 1, 0), (c.data ->> 'from', 0, 1)
  ) moved (status, entered, "left")`;

@Injectable()
export class FlowsRepository {
  /** What is folded and what is not yet, in one snapshot. */
  between(
    reader: Reader,
    workspaceId: string,
    { bucket, from, to }: { bucket: Bucket; from: Date; to: Date },
  ): Promise<FlowRow[]> {
    return reader.query<FlowRow>(
      `select date_trunc($4, hour, 'UTC') as start, status, sum(entered)::float8 as entered, sum("left")::float8 as "left"
         from (
           select hour, status, entered, "left" from status_flows
            where workspace_id = $1 and hour >= $2 and hour < $3
           union all
           select e.at, moved.status, moved.entered, moved."left"
             from feed f ${MOVED}
            where (f.workspace_id, f.position) > ($1, coalesce((select position from feed_readers where name = $5), 0))
              and f.workspace_id <= $1 and f.type in ${MOVES} and moved.status is not null
              and e.at >= $2 and e.at < $3
         ) flows
        group by 1, 2`,
      [workspaceId, from, to, bucket, READER],
    );
  }

  /** Folds the next events of the feed, one process at a time. Answers how many were looked at. */
  async fold(tx: Tx): Promise<number> {
    const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [
      FOLD_LOCK,
    ]);
    if (!lock!.got) return 0;
    const [row] = await tx.query<{ looked: string }>(
      `with batch as (
         select position, event_id, workspace_id, type from feed
          where position > coalesce((select position from feed_readers where name = $1), 0)
          order by position limit $2
       ), added as (
         insert into status_flows (workspace_id, hour, status, entered, "left")
         select f.workspace_id, date_trunc('hour', e.at, 'UTC'), moved.status, sum(moved.entered), sum(moved."left")
           from batch f ${MOVED}
          where f.type in ${MOVES} and moved.status is not null
          group by 1, 2, 3 order by 1, 2, 3
         on conflict (workspace_id, hour, status) do update
           set entered = status_flows.entered + excluded.entered, "left" = status_flows."left" + excluded."left"
       ), reached as (
         insert into feed_readers (name, position)
         select $1, max(position) from batch having count(*) > 0
         on conflict (name) do update set position = excluded.position
       )
       select count(*) as looked from batch`,
      [READER, FLOWS_FOLDED_AT_ONCE],
    );
    return Number(row!.looked);
  }
}
