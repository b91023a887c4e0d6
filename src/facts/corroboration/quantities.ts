import { compareText } from './moments.js';
import type { QuantityRange } from './origins.types.js';
import type { Group } from './origins.js';
import { byRecord, type Entry } from './positions.js';
import { isRelay } from './relays.js';

/**
 * The range common to the quantities that supporters give, per unit (rule origins/1, point 6): information, never
 * a vote. Units are compared by their exact name, never converted, and listed in its order (UTF-16 code units).
 * Bounds are included, so two ranges that share one bound agree on it.
 *
 * Takes the origins of a claim; returns one range per unit, with its statements as recorded.
 */
export function commonRanges(groups: readonly Group[]): QuantityRange[] {
  const entries = groups
    .filter(({ origin }) => origin.vote === 'support')
    .flatMap(({ members }) => members.map(({ entry }) => entry))
    .filter(({ direction, statement }) => direction === 'support' && !isRelay(statement))
    .sort(byRecord);
  const byUnit = new Map<string, Entry[]>();
  for (const entry of entries) {
    const unit = entry.statement.quantity?.unit;
    if (unit === undefined) continue;
    const giving = byUnit.get(unit);
    if (giving) giving.push(entry);
    else byUnit.set(unit, [entry]);
  }
  return [...byUnit].sort(([a], [b]) => compareText(a, b)).map(([unit, giving]) => commonRange(unit, giving));
}

function commonRange(unit: string, giving: readonly Entry[]): QuantityRange {
  let min: number | null = null;
  let max: number | null = null;
  for (const { statement } of giving) {
    const lower = statement.quantity?.min ?? null;
    const upper = statement.quantity?.max ?? null;
    if (lower !== null && (min === null || lower > min)) min = lower;
    if (upper !== null && (max === null || upper < max)) max = upper;
  }
  const agree = min === null || max === null || min <= max;
  return {
    unit,
    min: agree ? min : null,
    max: agree ? max : null,
    agree,
    statements: giving.map(({ statement }) => statement.id),
  };
}
