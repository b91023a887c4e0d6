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

/*
 * The ledger's entries of one kind in the period from $2 to $3, of workspace $1. Other lists of entries than one
 * leave the index that is ordered by time.
 */
export function entriesOf(entry: 'leased' | 'submitted'): string {
  return `assignment_ledger l
    join assignments a on a.workspace_id = l.workspace_id and a.id = l.assignment_id
   where l.workspace_id = $1 and l.entry = '${entry}' and l.at >= $2 and ($3::timestamptz is null or l.at < $3)`;
}

/** When the turn of the entry l was leased. */
export const LEASED_AT = `(select min(leased.at) from assignment_ledger leased
  where leased.assignment_id = l.assignment_id and leased.entry = 'leased')`;
