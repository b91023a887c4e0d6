import { decodeHTMLStrict } from 'entities';
import { hasAtMost } from '../../../base/http/formats.js';
import type { TextAt } from './values.js';
import type { Warnings } from './warnings.js';

/** Something of it is seen. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** Text as it was meant: entities of HTML decoded once, white space collapsed. '' when nothing of it is seen. */
export function clean(raw: string): string {
  const text = decodeHTMLStrict(raw)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return VISIBLE.test(text) ? text : '';
}

/** The first text that is not blank, and before all others one in the language asked for. */
export function pickText(texts: TextAt[], language: string | null): TextAt | null {
  const cleaned = texts.map((one) => ({ ...one, text: clean(one.text) })).filter(({ text }) => text !== '');
  return (
    cleaned.find((one) => one.language !== null && primary(one.language) === primary(language)) ??
    cleaned[0] ??
    null
  );
}

function primary(language: string | null): string | undefined {
  return language?.toLowerCase().split('-')[0];
}

/** What is over the limit is cut off, by whole characters, and told. */
export function cut(at: TextAt | null, max: number, warnings: Warnings): string | null {
  if (at === null) return null;
  if (hasAtMost(at.text, max)) return at.text;
  warnings.add('text.cut', at.path, `It has more than ${max} characters; the rest was left out.`);
  return [...at.text.slice(0, 2 * max)].slice(0, max).join('').toWellFormed().trim();
}
