import { ApiProperty } from '@nestjs/swagger';

/** How long something took, of all that were measured in a period. */
export class TimesDto {
  @ApiProperty({ type: 'integer', example: 12, description: 'How many were measured.' })
  count: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 312.5,
    description:
      'The median in seconds, between the two in the middle where the number is even; null of none.',
  })
  medianSeconds: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 1840.21,
    description: 'The 90th percentile in seconds, interpolated likewise; null of none.',
  })
  p90Seconds: number | null;
}

/** As SQL columns over rows with `seconds`: the percentiles to the millisecond, in which the ledger keeps time. */
export const TIMES_OF_SECONDS = `count(seconds)::float8 as count,
  round(percentile_cont(0.5) within group (order by seconds)::numeric, 3)::float8 as "medianSeconds",
  round(percentile_cont(0.9) within group (order by seconds)::numeric, 3)::float8 as "p90Seconds"`;

export const NO_TIMES: TimesDto = { count: 0, medianSeconds: null, p90Seconds: null };

/**
 * The turn of an entry l, looked up entry by entry (that is what "offset 0" is for): read in one go, the cost would be
 * that of all turns there ever were, not of the period.
 */
export const TURN = 'select * from assignments where id = l.assignment_id offset 0';

/** The ledger's entries l of one kind in the period from $2 to $3, of workspace $1, with their turns a. */
export function entriesOf(entry: 'leased' | 'submitted'): string {
  return `assignment_ledger l
    cross join lateral (${TURN}) a
   where l.workspace_id = $1 and l.entry = '${entry}' and l.at >= $2 and ($3::timestamptz is null or l.at < $3)`;
}

/**
 * Each decision with the seconds since the lease of its turn. Materialized, as each use of `seconds` would otherwise
 * look for the lease again.
 */
export const MEASURED_DECISIONS = `measured as materialized (
  select a.queue_id, a.member_id,
         extract(epoch from l.at - (
           select min(leased.at) from assignment_ledger leased
            where leased.assignment_id = l.assignment_id and leased.entry = 'leased'
         ))::float8 as seconds
    from ${entriesOf('submitted')}
)`;
