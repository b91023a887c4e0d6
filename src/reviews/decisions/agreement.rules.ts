import type { Agreement } from '../queues/queue.entity.js';

/** A word of the scale, as agreement needs it: where it stands from worst to best, null when off the scale. */
export interface Step {
  key: string;
  scaleOrder: number | null;
}

/**
 * The rating on which the decisions of a round agree; null when they do not. `ratings` are all decisions the round
 * needs, no more and no less: nothing is settled early.
 */
export function agreedRating(agreement: Agreement, ratings: string[], scale: Step[]): string | null {
  switch (agreement) {
    case 'unanimous':
      return new Set(ratings).size === 1 ? ratings[0]! : null;
    case 'majority':
      return ratings.find((rating) => count(ratings, rating) > ratings.length / 2) ?? null;
    case 'within_one':
      return withinOne(ratings, scale);
  }
}

/**
 * All the same, or all on the scale and no two more than one step apart. Of two neighbours the one that more have
 * given settles; of as many the less extreme one, and where both are as far from the middle, the worse one.
 */
function withinOne(ratings: string[], scale: Step[]): string | null {
  const [first, ...others] = [...new Set(ratings)];
  if (others.length === 0) return first!;
  const orders = [first!, ...others].map((rating) => scale.find(({ key }) => key === rating)?.scaleOrder);
  if (others.length > 1 || orders.some((order) => order === undefined || order === null)) return null;
  const [one, two] = orders as [number, number];
  if (Math.abs(one - two) > 1) return null;
  const last = Math.max(...scale.map(({ scaleOrder }) => scaleOrder ?? 0));
  const fromMiddle = (order: number) => Math.abs(order - (last + 1) / 2);
  const lead =
    count(ratings, first!) - count(ratings, others[0]!) || fromMiddle(two) - fromMiddle(one) || two - one;
  return lead > 0 ? first! : others[0]!;
}

function count(ratings: string[], rating: string): number {
  return ratings.filter((one) => one === rating).length;
}
