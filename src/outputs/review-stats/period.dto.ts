import { ApiProperty } from '@nestjs/swagger';
import { invalidField } from '../../base/errors/problem.js';
import { Instant } from '../../base/http/fields.js';

const DAY = 86_400_000;
const RECENT_DAYS = 30;

export class PeriodQuery {
  @Instant({ optional: true, example: undefined, description: 'From this moment on.' })
  from?: string;

  @Instant({ optional: true, example: undefined, description: 'Before this moment.' })
  to?: string;
}

export class PeriodDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2024-10-01T00:00:00.000Z',
    description: 'From this moment on; null: from the beginning.',
  })
  from: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Before this moment; null: up to now.',
  })
  to: string | null;
}

/** The period asked for, without an end of its own where none is named. */
export function periodOf({ from, to }: PeriodQuery): PeriodDto {
  const period = { from: instant(from), to: instant(to) };
  if (period.from !== null && period.to !== null && period.from >= period.to) {
    throw invalidField('to', 'must be later than from');
  }
  return period;
}

/**
 * The period asked for, or else its last 30 days. They begin with a day, in UTC, so that the answer does not change
 * with every moment that passes.
 */
export function recentPeriodOf(query: PeriodQuery): PeriodDto {
  const { from, to } = periodOf(query);
  if (from !== null) return { from, to };
  const end = to === null ? Date.now() : Date.parse(to);
  const start = Math.floor(end / DAY) * DAY - RECENT_DAYS * DAY;
  return { from: new Date(start).toISOString(), to };
}

/** How long a period stays the one asked for where no beginning was named. */
export function msLeftOfDay(): number {
  return DAY - (Date.now() % DAY);
}

function instant(given: string | undefined): string | null {
  return given === undefined ? null : new Date(given).toISOString();
}
