/** Every status of corroboration, in the order in which rule origins/1 tries them. */
export const CORROBORATION_STATUSES = [
  'contested',
  'corroborated',
  'single_source',
  'retracted',
  'denied',
  'unsourced',
] as const;

export type CorroborationStatus = (typeof CORROBORATION_STATUSES)[number];

/** What the status and the summary are made of. */
export interface Tally {
  /** Numbers of origins; those without a party count together as one in each direction. */
  support: number;
  oppose: number;
  /** Number of origins with standing statements of both directions; each counts. */
  divided: number;
  /** How many of `support` support only in part. */
  partial: number;
  /** Number of sources whose latest position is the retraction of a supporting one. */
  withdrawn: number;
  /** Number of relays left out because their base no longer stands. */
  excluded: number;
}

/**
 * The status of a claim: the first line of the table that fits (rule origins/1, point 5).
 *
 * `threshold` is the number of supporting origins from which a claim is corroborated. Every standing statement
 * of a direction is in an origin that votes that way or is divided, so "standing statements of both
 * directions exist" can be read from the votes.
 */
export function statusOf(tally: Tally, threshold: number): CorroborationStatus {
  const { support, oppose, divided, withdrawn } = tally;
  if (divided > 0 || (support > 0 && oppose > 0)) return 'contested';
  if (support >= threshold) return 'corroborated';
  if (support > 0) return 'single_source';
  if (withdrawn > 0) return 'retracted';
  if (oppose > 0) return 'denied';
  return 'unsourced';
}
