import type { ExternalContent } from '../../external-reviews/external-review.entity.js';
import { LIMITS } from './found-review.js';
import type { LocatedRating } from './located.js';
import { clean, cut, pickText } from './texts.js';
import { type At, textsOf } from './values.js';
import type { Warnings } from './warnings.js';

/** Words stay as they are. Numbers are only kept as far as they are a place on a scale. */
export function readRating(
  located: LocatedRating,
  language: string | null,
  warnings: Warnings,
): ExternalContent['rating'] {
  const value = numberOf(located.values);
  const best = numberOf(located.best);
  const worst = numberOf(located.worst);
  // Some write the word where the number should be.
  const valueWords = textsOf(located.values).filter(({ text }) => !isNumber(text));
  const word = pickText(textsOf(located.words), language) ?? pickText(valueWords, language);
  // A number that cannot be read is told, unless it is what is taken for the word.
  for (const { unreadable } of [value, best, worst]) {
    if (unreadable !== null && unreadable !== word?.path) {
      warnings.add('rating.no_number', unreadable, 'It is no number; it was left out.');
    }
  }
  return {
    word: cut(word, LIMITS.name, warnings),
    ...onScale(value.number, best.number, worst.number, located, warnings),
    explanation: cut(pickText(textsOf(located.explanation), language), LIMITS.text, warnings),
  };
}

interface Scale {
  value: number | null;
  best: number | null;
  worst: number | null;
}

function onScale(
  given: number | null,
  best: number | null,
  worst: number | null,
  { values: [at] }: LocatedRating,
  warnings: Warnings,
): Scale {
  // Some write -1 for "not set".
  if ((best === -1 || best === null) && (worst === -1 || worst === null)) {
    return { value: given === -1 ? null : given, best: null, worst: null };
  }
  if (given === null) return { value: null, best, worst };
  const low = best === null || worst === null ? (worst ?? -Infinity) : Math.min(best, worst);
  const high = best === null || worst === null ? (best ?? Infinity) : Math.max(best, worst);
  const value = Math.min(Math.max(given, low), high);
  if (value !== given) {
    const path = at?.path ?? '';
    warnings.add(
      'rating.off_scale',
      path,
      `${given} is not within its scale; the nearest end, ${value}, was taken.`,
    );
  }
  return { value, best, worst };
}

function numberOf(values: At[]): { number: number | null; unreadable: string | null } {
  const given = textsOf(values).find(({ text }) => clean(text) !== '');
  if (given === undefined) return { number: null, unreadable: null };
  if (!isNumber(given.text)) return { number: null, unreadable: given.path };
  return { number: Number(clean(given.text)), unreadable: null };
}

function isNumber(text: string): boolean {
  return (
    text.length < 100 &&
    /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(clean(text)) &&
    Number.isFinite(Number(clean(text)))
  );
}
