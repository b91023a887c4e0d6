import { formatMoment, momentOf } from './moments.js';
import type { Corroboration, RuleInput } from './origins.types.js';
import { countVotes, foldOrigins } from './origins.js';
import { placeSources } from './placements.js';
import { entriesAt, takePositions } from './positions.js';
import { commonRanges } from './quantities.js';
import { traceRoots } from './relays.js';
import { statusOf, type Tally } from './status.js';
import { summarise } from './summary.js';

export type * from './origins.types.js';

/** Name and version of the rule. Another answer to the same input needs another version. */
export const RULE = 'origins/1';

/**
 * The corroboration of one claim at one moment, with its full explanation, by rule origins/1.
 *
 * Each source has one position; relays lead back to the source they repeat; what speaks for one party is one
 * origin; each origin votes once; the votes make the status. Nothing is weighed.
 *
 * Pure: the answer depends on the input alone, to the byte, whatever the order of its lists. It never changes its
 * input. The time it takes grows with n log n in the number of statements and sources. Ids must be unique.
 *
 * @throws RangeError when a moment is neither an RFC 3339 instant nor a date.
 */
export function corroborate(input: RuleInput): Corroboration {
  const asOf = momentOf(input.asOf);
  const entries = entriesAt(input.statements, asOf);
  const positions = takePositions(entries);
  const rootOf = traceRoots(positions, input.statements, asOf);
  const { groups, excluded } = foldOrigins(positions.shown, rootOf, placeSources(input.sources));
  const origins = groups.map(({ origin }) => origin);
  const votes = countVotes(origins);
  const tally: Tally = {
    ...votes,
    withdrawn: [...positions.bySource.values()].filter(({ withdrewSupport }) => withdrewSupport).length,
    excluded: excluded.length,
  };
  // Without this a threshold of 0 would call a claim corroborated that nobody supports.
  const threshold = input.policy.threshold >= 1 ? input.policy.threshold : 1;
  const status = statusOf(tally, threshold);
  return {
    claimId: input.claimId,
    status,
    rule: RULE,
    threshold,
    ...votes,
    origins,
    excluded,
    replaced: positions.replaced,
    quantities: commonRanges(groups),
    unplacedSources: origins.flatMap(({ ancestor, vote }) => (ancestor !== null && vote ? [ancestor] : [])),
    summary: summarise(status, tally, entries.length),
    asOf: formatMoment(asOf),
  };
}
