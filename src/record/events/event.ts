import type { TObject } from 'typebox';

/** What an event is about: its subject's id, the claim it belongs to, and what stands beside its data. */
export interface About {
  id: string;
  claimId?: string;
  reason?: string | null;
}

/**
 * A type of event, declared once beside the room that writes it: its name, what it is about, and its data. From that
 * come the TypeScript type of the data, its JSON Schema in the description of the API, and `of`, the only way to an
 * event: what was not declared cannot be written.
 */
export interface EventType<Data extends object = object> {
  readonly name: string;
  readonly subject: string;
  /** One sentence: what has happened. */
  readonly says: string;
  readonly data: TObject;
  /** False for what only the ledger shows; it is chained all the same. */
  readonly inFeed: boolean;
  /** True for what tells of an erasure: under `erased` of its data stands whose contents that took away. */
  readonly erases: boolean;
  of(about: About, data: Data): NewEvent;
}

/** Something that happened, before it is written; made by `of` of its type. `data` holds ids, never names of persons. */
export interface NewEvent {
  readonly type: EventType<never>;
  readonly subject: { type: string; id: string };
  readonly claimId: string | null;
  readonly data: object;
  readonly reason: string | null;
}

/** What changed: before and after of each field that differs. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** Compares two records field by field; undefined counts as null. */
export function changesBetween(before: object, after: object): Changes {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const changes: Changes = {};
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const from = was[field] ?? null;
    const to = is[field] ?? null;
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes;
}
