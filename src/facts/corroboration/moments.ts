/** A point in time that keeps the precision it was written with; compare two with `compareMoments`. */
export interface Moment {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly second: number;
  /** The decimals of the second without trailing zeros, so that text order is the order in time. */
  readonly fraction: string;
}

// Sorts after every string of digits: later than any instant of its second, earlier than the next second.
const END_OF_SECOND = '~';

const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:[0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):([0-5]\d)))?$/;

/**
 * Reads an RFC 3339 instant, or a date alone.
 *
 * A date alone is the end of that day in UTC (rule origins/1, point 1): later than any instant of the day,
 * however finely written, and earlier than the first of the next. `Date.parse` alone would not do: it cuts off
 * what is finer than a millisecond, and takes a date for the beginning of its day.
 *
 * @throws RangeError on any other text: a guessed time could silently change a status.
 */
export function momentOf(text: string): Moment {
  const match = RFC3339.exec(text);
  const [, date, minute = '23:59', second = '59', decimals, sign, offsetHours = '0', offsetMinutes = '0'] =
    match ?? [];
  const start = Date.parse(`${date}T${minute}:00Z`) / 1000;
  if (!match || Number.isNaN(start)) throw new RangeError(`Not an RFC 3339 instant or date: "${text}".`);
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 3600 + Number(offsetMinutes) * 60);
  const dateAlone = match[2] === undefined;
  return {
    second: start + Number(second) - offset,
    fraction: dateAlone ? END_OF_SECOND : (decimals ?? '').replace(/0+$/, ''),
  };
}

/** Negative when `a` is earlier than `b`, positive when later, 0 when they are the same instant. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.second - b.second || compareText(a.fraction, b.fraction);
}

/** Orders by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** RFC 3339 in UTC with milliseconds; finer decimals are cut off. */
export function formatMoment({ second, fraction }: Moment): string {
  const milliseconds = fraction === END_OF_SECOND ? 999 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return new Date(second * 1000 + milliseconds).toISOString();
}
