import type { CheckOutcome } from '../evidence/evidence.entity.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What changes or is taken down mostly does so soon. */
const AFTER_SOUND = [DAY, 7 * DAY, 30 * DAY];
const AFTER_FAILED = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];
/** A page that is not there may be there again in a moment; it is gone when it is not twice. */
const AFTER_VANISHED = HOUR;

/**
 * Milliseconds from a look until the next one; null where there is none. `outcomes` are those of an item's looks, the
 * newest first.
 */
export function nextLookIn(outcomes: readonly CheckOutcome[]): number | null {
  if (isGone(outcomes)) return null;
  if (outcomes[0] === 'vanished') return AFTER_VANISHED;
  const failed = outcomes.findIndex((outcome) => outcome !== 'failed');
  if (failed !== 0) return nth(AFTER_FAILED, failed === -1 ? outcomes.length : failed);
  const sound = outcomes.filter((outcome) => outcome !== 'failed' && outcome !== 'vanished').length;
  return nth(AFTER_SOUND, sound);
}

/** Whether what was looked for was not there, twice in a row. */
export function isGone(outcomes: readonly CheckOutcome[]): boolean {
  return outcomes[0] === 'vanished' && outcomes[1] === 'vanished';
}

function nth(steps: number[], count: number): number {
  return steps[Math.min(count, steps.length) - 1]!;
}
