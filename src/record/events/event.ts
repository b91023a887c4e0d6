/** Something that happened, before it is written. `data` holds ids, never names of persons. */
export interface NewEvent {
  type: string;
  subject: { type: string; id: string };
  claimId?: string;
  data: Record<string, unknown>;
  reason?: string | null;
  /** False for what only the ledger shows; it is chained all the same. */
  inFeed?: boolean;
}

/** What changed: before and after of each field that differs. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** Compares two records field by field; undefined counts as null. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[field] ?? null;
    const to = after[field] ?? null;
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes;
}
