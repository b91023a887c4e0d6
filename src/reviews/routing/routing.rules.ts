import { normalise } from '../../base/text/normalise.js';
import type { CorroborationStatus } from '../../facts/corroboration/status.js';

/** What a claim must be for a rule to send it; an empty list or null asks nothing. */
export interface Conditions {
  topics: string[];
  languages: string[];
  parties: string[];
  sources: string[];
  corroboration: CorroborationStatus[];
  minPriority: number | null;
}

export interface Rule {
  when: Conditions;
  queueId: string;
}

/** What the rules look at in a claim. */
export interface RoutedClaim {
  topicKeys: string[];
  language: string;
  /** Those of its standing statements, and its claimant. */
  sources: string[];
  /** Whom these speak for by their present placement. */
  parties: string[];
  corroboration: CorroborationStatus;
  priority: number;
}

/** Where a claim goes, and which rule of which version says so; null: none, so it is the default queue. */
export interface Routed {
  queueId: string;
  version: number;
  rule: number | null;
}

/** The place of the first rule whose every condition holds; null when none does. */
export function firstThatFits(rules: readonly Rule[], claim: RoutedClaim): number | null {
  const at = rules.findIndex(({ when }) => fits(when, claim));
  return at < 0 ? null : at;
}

function fits(when: Conditions, claim: RoutedClaim): boolean {
  return (
    anyOf(when.topics, (topic) => claim.topicKeys.includes(normalise(topic))) &&
    anyOf(when.languages, (range) => isInRange(claim.language, range)) &&
    anyOf(when.parties, (id) => claim.parties.includes(id)) &&
    anyOf(when.sources, (id) => claim.sources.includes(id)) &&
    anyOf(when.corroboration, (status) => claim.corroboration === status) &&
    (when.minPriority === null || claim.priority >= when.minPriority)
  );
}

function anyOf<T>(wanted: T[], holds: (one: T) => boolean): boolean {
  return wanted.length === 0 || wanted.some(holds);
}

/** Basic filtering of RFC 4647: `en` takes `en` and `en-GB`, not `eng`; `en-GB` does not take `en`. */
function isInRange(tag: string, range: string): boolean {
  return `${tag.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`);
}
