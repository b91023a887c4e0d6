import { isDate, isInstant } from '../../../base/http/formats.js';
import { clean } from './texts.js';
import { type At, textsOf } from './values.js';
import type { Warnings } from './warnings.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?';
const TIME = '(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(z|gmt|utc|ut|[+-]\\d{2}:?\\d{2})?';

const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[t ] ?${TIME})?$`, 'i');
/** Oct 24, 2024 */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
/** 24 October 2024, and as of mail: Thu, 24 Oct 2024 10:00:00 GMT */
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})(?: ${TIME})?$`, 'i');

/** The first of the values that is a date; one that can be read in two ways (02/03/2024) is none. */
export function readDate(values: At[], warnings: Warnings): string | null {
  const given = textsOf(values).find(({ text }) => clean(text) !== '');
  if (given === undefined) return null;
  const read = dateOf(clean(given.text));
  if (read === null) {
    warnings.add('date.unreadable', given.path, `"${given.text.slice(0, 50)}" is no date; it was left out.`);
  } else if (read.isZoneless) {
    warnings.add('date.without_zone', given.path, 'The time has no zone; only its day was kept.');
  }
  return read?.date ?? null;
}

interface Read {
  date: string;
  isZoneless: boolean;
}

function dateOf(text: string): Read | null {
  if (text.length > 60) return null;
  const iso = ISO.exec(text);
  if (iso) return put(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return put(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return put(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!, dayFirst[4], dayFirst[5]);
  return null;
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function put(year: string, month: string, day: string, time?: string, zone?: string): Read | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Year 1 is how some machines write that there is none.
  if (!isDate(date) || Number(year) < 1000) return null;
  if (time === undefined) return { date, isZoneless: false };
  const seconds = time.split(':').length === 2 ? `${time}:00` : time;
  const instant = `${date}T${seconds.replace(/^\d:/, '0$&')}${zone === undefined ? 'Z' : offset(zone)}`;
  if (!isInstant(instant)) return null;
  return zone === undefined ? { date, isZoneless: true } : { date: instant, isZoneless: false };
}

function offset(zone: string): string {
  if (!/^[+-]/.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
