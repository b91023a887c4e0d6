export const RULE_CHANGES = ['placement', 'merge', 'renaming', 'threshold'] as const;

/** A change of what the rule reads besides statements, and the moment from which it counts. */
export interface RuleChange {
  kind: (typeof RULE_CHANGES)[number];
  /** The source that was placed anew. */
  sourceId: string | null;
  /** The party that was merged or renamed. */
  partyId: string | null;
  /** The party it was merged into. */
  into: string | null;
  at: string;
}
