const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A date that is in the calendar: 2024-02-30 is not. The year 0000 is none either. */
export function isDate(value: unknown): boolean {
  const match = typeof value === 'string' ? DATE.exec(value) : null;
  if (!match || match[1] === '0000') return false;
  const date = new Date(`${value as string}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value as string);
}

/** A moment with its zone, RFC 3339. */
export function isInstant(value: unknown): boolean {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (match === null || !isDate(match[1])) return false;
  // In UTC too it must lie in the years that four digits can write.
  const year = new Date(value as string).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

export function isMoment(value: unknown): boolean {
  return isDate(value) || isInstant(value);
}

/** Characters are Unicode code points, as JSON Schema and PostgreSQL count them: an emoji is one, its selector another. */
export function hasAtMost(text: string, max: number): boolean {
  if (text.length <= max) return true;
  return text.length <= 2 * max && [...text].length <= max;
}

export function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !hasAtMost(value, 2000) || /[\s\p{Cc}\p{Cs}<>"\\^`{|}]/u.test(value))
    return false;
  try {
    const url = new URL(value);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
  } catch {
    return false;
  }
}

export function isLanguageTag(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A moment that keeps its precision: a date alone stays one. */
export interface KeptMoment {
  at: Date | null;
  isDay: boolean;
}

/** Reads what isMoment accepted; a date alone is kept as its beginning, UTC, and marked. */
export function readMoment(value: string | null | undefined): KeptMoment {
  if (value === null || value === undefined) return { at: null, isDay: false };
  return isDate(value)
    ? { at: new Date(`${value}T00:00:00.000Z`), isDay: true }
    : { at: new Date(value), isDay: false };
}

export function showMoment(at: Date | null, isDay: boolean): string | null {
  if (at === null) return null;
  return isDay ? at.toISOString().slice(0, 10) : at.toISOString();
}
