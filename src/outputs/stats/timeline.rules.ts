const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// 1970-01-05 was a Monday: weeks are those of ISO 8601, in UTC.
const FIRST_MONDAY = 4 * DAY;

export const BUCKETS = ['hour', 'day', 'week'] as const;
export type Bucket = (typeof BUCKETS)[number];

const LENGTH: Record<Bucket, number> = { hour: HOUR, day: DAY, week: 7 * DAY };
/** How many are shown when no beginning is named. */
const RECENT: Record<Bucket, number> = { hour: 24, day: 30, week: 12 };
export const BUCKETS_AT_MOST = 1000;
/** The years that times are taken and shown in: RFC 3339 has four digits. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

export interface Span {
  bucket: Bucket;
  from: Date;
  to: Date;
}

/** Whole buckets from the one that `from` lies in to the one that the moment before `to` lies in. */
export function spanOf(bucket: Bucket, from: Date | null, to: Date | null, now: Date): Span {
  const length = LENGTH[bucket];
  const end = ceil(bucket, to ?? new Date(now.getTime() + 1));
  return {
    bucket,
    from: from === null ? new Date(end - RECENT[bucket] * length) : new Date(floor(bucket, from)),
    to: new Date(end),
  };
}

/** Which end of it cannot be written as a time; null when both can. */
export function endOutOfTime({ from, to }: Span): 'from' | 'to' | null {
  if (from.getTime() < FIRST) return 'from';
  return to.getTime() > LAST ? 'to' : null;
}

export function countOf({ bucket, from, to }: Span): number {
  return (to.getTime() - from.getTime()) / LENGTH[bucket];
}

export function startsOf(span: Span): Date[] {
  return Array.from(
    { length: countOf(span) },
    (_, i) => new Date(span.from.getTime() + i * LENGTH[span.bucket]),
  );
}

function floor(bucket: Bucket, at: Date): number {
  const offset = bucket === 'week' ? FIRST_MONDAY : 0;
  return Math.floor((at.getTime() - offset) / LENGTH[bucket]) * LENGTH[bucket] + offset;
}

function ceil(bucket: Bucket, at: Date): number {
  const below = floor(bucket, at);
  return below === at.getTime() ? below : below + LENGTH[bucket];
}
