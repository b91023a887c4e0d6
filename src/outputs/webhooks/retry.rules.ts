const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** The wait before the second try is at most so long; it doubles with each further one, up to the longest. */
const FIRST_WAIT_MS = 10 * SECOND;
const LONGEST_WAIT_MS = 8 * HOUR;
const SHORTEST_WAIT_MS = SECOND;
/** Given up, for good or until somebody sends it again, when it has been tried for so long. */
export const GIVEN_UP_AFTER_MS = 3 * DAY;
/** An endpoint is switched off when no attempt has succeeded for so long. */
export const SWITCHED_OFF_AFTER_MS = 5 * DAY;

const GONE = 410;

/** What came of an attempt: a status, with the wait it asked for, or no answer at all. */
export interface Outcome {
  status: number | null;
  retryAfterMs: number | null;
}

export type Verdict = { state: 'delivered' } | { state: 'dead' } | { state: 'pending'; waitMs: number };

/**
 * What becomes of a delivery. By time and not by number, because the waits are random: whatever they come to, it is
 * tried for three days. `chance` is a random number from 0 to 1.
 */
export function judge(outcome: Outcome, tries: number, triedForMs: number, chance: number): Verdict {
  if (succeeded(outcome)) return { state: 'delivered' };
  if (triedForMs >= GIVEN_UP_AFTER_MS) return { state: 'dead' };
  return { state: 'pending', waitMs: waitBefore(tries, outcome.retryAfterMs, chance) };
}

export function succeeded({ status }: Outcome): boolean {
  return status !== null && status >= 200 && status <= 299;
}

/** The endpoint says that it wants no more messages. */
export function isGone({ status }: Outcome): boolean {
  return status === GONE;
}

/** Exponential back-off with full jitter: what failed together does not come back together. */
function waitBefore(tries: number, asked: number | null, chance: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 30));
  const drawn = Math.max(SHORTEST_WAIT_MS, Math.round(chance * most));
  return Math.max(drawn, Math.min(asked ?? 0, DAY));
}

/** The wait that a Retry-After asks for: seconds, or a date. */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number | null {
  const [text] = [header].flat();
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const at = text.endsWith(' GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
