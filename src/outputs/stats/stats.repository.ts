import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';

export interface CountRow {
  dimension: 'status' | 'corroboration' | 'rating';
  value: string;
  count: number;
}

const FOLD_LOCK = 7_261_553_003;
const FOLD_BATCH = 20_000;

@Injectable()
export class StatsRepository {
  /** What is folded plus what is not yet, in one snapshot: the cost does not grow with the number of claims. */
  counts(reader: Reader, workspaceId: string, scope: string): Promise<CountRow[]> {
    return reader.query<CountRow>(
      `select dimension, value, sum(count)::float8 as count
         from (select dimension, value, count from claim_counts where workspace_id = $1 and scope = $2
               union all
               select dimension, value, delta from claim_count_deltas where workspace_id = $1 and scope = $2) counts
        group by dimension, value having sum(count) <> 0 order by dimension, value`,
      [workspaceId, scope],
    );
  }

  /** Adds deltas up into the counts, one process at a time. Answers how many were folded. */
  async fold(tx: Tx): Promise<number> {
    const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [
      FOLD_LOCK,
    ]);
    if (!lock!.got) return 0;
    const [row] = await tx.query<{ folded: string }>(
      `with gone as (
         delete from claim_count_deltas where id in (select id from claim_count_deltas order by id limit $1)
         returning workspace_id, scope, dimension, value, delta
       ), added as (
         insert into claim_counts (workspace_id, scope, dimension, value, count)
         select workspace_id, scope, dimension, value, sum(delta) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
         on conflict (workspace_id, scope, dimension, value) do update set count = claim_counts.count + excluded.count
       )
       select count(*) as folded from gone`,
      [FOLD_BATCH],
    );
    return Number(row!.folded);
  }

  async anyDeltas(reader: Reader): Promise<boolean> {
    const [row] = await reader.query<{ any: boolean }>(
      'select exists (select 1 from claim_count_deltas) as any',
    );
    return row!.any;
  }
}

export const FOLDED_AT_ONCE = FOLD_BATCH;
