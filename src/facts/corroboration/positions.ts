import { compareMoments, compareText, momentOf, type Moment } from './moments.js';
import type { Replacement, RuleStatement } from './origins.types.js';
import { directionOf, type Direction } from './stance.js';

/** A statement that counts at the moment asked about, with its two times read once. */
export interface Entry {
  readonly statement: RuleStatement;
  readonly direction: Direction | null;
  /** `saidAt`, or `recordedAt` where that is not known. */
  readonly said: Moment;
  readonly recorded: Moment;
}

/** Where one source stands on the claim. */
export interface SourcePosition {
  /** Its live position; null after a retraction. For a source that only ever evaded, the latest evasion. */
  live: Entry | null;
  /** Its latest position is a retraction, and what it took back supported the claim. */
  withdrewSupport: boolean;
}

export interface Positions {
  /** Only sources with a statement that counts: a source not in here has said nothing on this claim. */
  bySource: Map<string, SourcePosition>;
  /** The statements that no later one of their source has replaced, as recorded. */
  shown: Entry[];
  /** The others, as recorded, each with the next position of its source. */
  replaced: Replacement[];
}

/**
 * The statements recorded by `asOf` and not struck by then, ordered by `recordedAt`, then id: the order of every
 * list of the answer.
 */
export function entriesAt(statements: readonly RuleStatement[], asOf: Moment): Entry[] {
  const entries: Entry[] = [];
  for (const statement of statements) {
    const recorded = momentOf(statement.recordedAt);
    if (compareMoments(recorded, asOf) > 0) continue;
    if (statement.struckAt !== null && compareMoments(momentOf(statement.struckAt), asOf) <= 0) continue;
    const said = statement.saidAt === null ? recorded : momentOf(statement.saidAt);
    entries.push({ statement, direction: directionOf(statement.stance), said, recorded });
  }
  return entries.sort(byRecord);
}

/** The position of each source (rule origins/1, point 1), from entries in the order of the record. */
export function takePositions(entries: readonly Entry[]): Positions {
  const bySource = new Map<string, SourcePosition>();
  const replacedBy = new Map<Entry, Entry>();
  for (const [sourceId, own] of groupBySource(entries)) {
    own.sort(compareEntries);
    markReplaced(own, replacedBy);
    bySource.set(sourceId, positionFrom(own));
  }
  const shown: Entry[] = [];
  const replaced: Replacement[] = [];
  for (const entry of entries) {
    const later = replacedBy.get(entry);
    if (later) replaced.push({ statementId: entry.statement.id, replacedBy: later.statement.id });
    else shown.push(entry);
  }
  return { bySource, shown, replaced };
}

function groupBySource(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.statement.sourceId);
    if (group) group.push(entry);
    else groups.set(entry.statement.sourceId, [entry]);
  }
  return groups;
}

/**
 * Links each statement of one source to the next position after it. An evasion replaces nothing, not even an
 * earlier evasion, so it stays on view beside the position that stands, until the source takes a later one.
 */
function markReplaced(own: readonly Entry[], replacedBy: Map<Entry, Entry>): void {
  let next: Entry | null = null;
  for (const entry of own.toReversed()) {
    if (next) replacedBy.set(entry, next);
    if (entry.statement.stance !== 'evades') next = entry;
  }
}

function positionFrom(own: readonly Entry[]): SourcePosition {
  const latest = own.findLast((entry) => entry.statement.stance !== 'evades') ?? own[own.length - 1]!;
  if (latest.statement.stance !== 'retracts') return { live: latest, withdrewSupport: false };
  // A second retraction takes back nothing new: look behind it for what the first one took back.
  const takenBack = own.findLast(({ statement }) => !['evades', 'retracts'].includes(statement.stance));
  return { live: null, withdrewSupport: takenBack?.direction === 'support' };
}

/** The order of the record: by `recordedAt`, then id. */
export function byRecord(a: Entry, b: Entry): number {
  return compareMoments(a.recorded, b.recorded) || compareText(a.statement.id, b.statement.id);
}

/** The order of saying: by `saidAt`, then as recorded. Two dates alone, say, tie: the later recorded is later. */
export function compareEntries(a: Entry, b: Entry): number {
  return compareMoments(a.said, b.said) || byRecord(a, b);
}
