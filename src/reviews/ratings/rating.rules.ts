import type { Polarity, Rating, RatingScale } from './rating.entity.js';

/** A word of a scale, as people give and read it. */
export interface RatingWord {
  key: string;
  /** From worst to best; null: off the scale. */
  order: number | null;
  numericValue: number | null;
  polarity: Polarity;
  colour: string;
  labels: Record<string, string>;
}

/** A scale with its words, as they are kept. */
export interface Scale {
  scale: RatingScale;
  ratings: Rating[];
}

/** A scale as it is kept, as people read it. */
export function wordsOf(ratings: Rating[]): RatingWord[] {
  return ratings.map(({ key, scaleOrder, numericValue, polarity, colour, labels }) => ({
    key,
    order: scaleOrder,
    numericValue,
    polarity,
    colour,
    labels,
  }));
}

export interface ScaleFault {
  path: string;
  message: string;
}

/** What makes these words no scale, and where; null when they are one. */
export function faultOf(words: Pick<RatingWord, 'key' | 'order' | 'numericValue'>[]): ScaleFault | null {
  const fault = (index: number, field: string, message: string) =>
    index < 0 ? null : { path: `ratings.${index}.${field}`, message };
  const repeated = (values: (string | number | null)[]) =>
    values.findIndex((value, i) => value !== null && values.indexOf(value) < i);
  const orders = words.map(({ order }) => order);
  const steps = orders.filter((order) => order !== null).length;
  return (
    fault(
      repeated(words.map(({ key }) => key)),
      'key',
      'is the key of an earlier rating; each needs its own',
    ) ??
    fault(repeated(orders), 'order', 'is the place of an earlier rating; each needs its own') ??
    fault(
      orders.findIndex((order) => order !== null && order > steps),
      'order',
      `leaves a gap: ${steps} ratings on the scale stand from 1 to ${steps}`,
    ) ??
    fault(
      firstThatFalls(words),
      'numericValue',
      'must be greater than those of the ratings before it in order',
    )
  );
}

/** The rating on the scale whose number does not grow with its order, or -1. */
function firstThatFalls(words: Pick<RatingWord, 'order' | 'numericValue'>[]): number {
  const numbered = words
    .map(({ order, numericValue }, index) => ({ order, numericValue, index }))
    .filter(({ order, numericValue }) => order !== null && numericValue !== null)
    .sort((a, b) => a.order! - b.order!);
  const at = numbered.findIndex(
    ({ numericValue }, i) => i > 0 && numericValue! <= numbered[i - 1]!.numericValue!,
  );
  return at < 0 ? -1 : numbered[at]!.index;
}
