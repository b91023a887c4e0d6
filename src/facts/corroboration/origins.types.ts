import type { Stance } from './stance.js';
import type { CorroborationStatus } from './status.js';

/** A range, bounds included; a bound that is null is open. */
export interface RuleQuantity {
  min: number | null;
  max: number | null;
  unit: string;
}

export interface RuleStatement {
  id: string;
  sourceId: string;
  stance: Stance;
  /** When it was said: an RFC 3339 instant, or a date alone (YYYY-MM-DD); null when not known. */
  saidAt: string | null;
  /** When it was recorded: RFC 3339, UTC, milliseconds. Within one claim it strictly grows. */
  recordedAt: string;
  /** When it was struck as recorded wrongly; null while it was not. */
  struckAt: string | null;
  /** The statement of the same claim that this one repeats, if it is a relay of a recorded statement. */
  basedOnStatementId: string | null;
  /** The source that this one repeats, if what that source said was never recorded. */
  basedOnSourceId: string | null;
  quantity: RuleQuantity | null;
}

export interface RuleSource {
  id: string;
  parentId: string | null;
  /** Name of the source's own party, not an inherited one; null or blank: none. */
  party: string | null;
}

export interface RulePolicy {
  /** Number of supporting origins from which a claim is corroborated; below 1 it counts as 1. */
  threshold: number;
}

export interface RuleInput {
  claimId: string;
  /** All statements ever recorded on the claim, in any order: replaced, struck and later ones included. */
  statements: RuleStatement[];
  /** The sources that made them or are named as a base, with all their ancestors, as placed at `asOf`. */
  sources: RuleSource[];
  policy: RulePolicy;
  /** The moment on the record's clock to answer for: RFC 3339. */
  asOf: string;
}

export type Vote = 'support' | 'oppose' | 'divided';

export interface Origin {
  /** The party's name, spelled as at the earliest recorded statement here; null when unaffiliated. */
  party: string | null;
  unaffiliated: boolean;
  /** The topmost ancestor (a source id) that an unaffiliated origin stands for; null for one with a party. */
  ancestor: string | null;
  /** null: none of its statements has a direction (doubt, no answer, a retraction). */
  vote: Vote | null;
  partial: boolean;
  /** The sources that made its statements. */
  sources: string[];
  /** The sources these statements go back to; one that is only repeated stands here and not in `sources`. */
  roots: string[];
  statements: string[];
  /** One plain sentence: why these are one. */
  reason: string;
}

export interface Exclusion {
  statementId: string;
  reason: 'base_withdrawn';
}

export interface Replacement {
  statementId: string;
  replacedBy: string;
}

export interface QuantityRange {
  unit: string;
  min: number | null;
  max: number | null;
  agree: boolean;
  statements: string[];
}

/**
 * The explained answer. Each statement that counts at `asOf` is named exactly once: in an origin, among the
 * excluded, or among the replaced.
 */
export interface Corroboration {
  claimId: string;
  status: CorroborationStatus;
  rule: 'origins/1';
  threshold: number;
  support: number;
  oppose: number;
  divided: number;
  partial: number;
  origins: Origin[];
  excluded: Exclusion[];
  replaced: Replacement[];
  quantities: QuantityRange[];
  unplacedSources: string[];
  summary: string;
  asOf: string;
}
