import { compareMoments, momentOf, type Moment } from './moments.js';
import type { RuleStatement } from './origins.types.js';
import type { Entry, Positions } from './positions.js';

/** A relay rests on somebody else's word: on another statement, or on a source whose words are not recorded. */
export function isRelay(statement: RuleStatement): boolean {
  return statement.basedOnStatementId !== null || statement.basedOnSourceId !== null;
}

/**
 * Finds the root of each shown statement: the source whose word it is in the end (rule origins/1, point 2).
 *
 * `statements` must be all of the claim's, the struck ones too: a relay points at its base's source, and who that
 * is does not change when the base was recorded wrongly. Only what was recorded by `asOf` is looked at.
 *
 * Returns a function from an entry to its root's source id; null for a relay to be excluded because what it
 * rests on was withdrawn, speaks the other way, or rests on the relay itself.
 */
export function traceRoots(
  { bySource }: Positions,
  statements: readonly RuleStatement[],
  asOf: Moment,
): (entry: Entry) => string | null {
  const speakers = speakersBy(statements, asOf);
  const strict: Walk = { roots: new Map(), sameDirection: true };
  const loose: Walk = { roots: new Map(), sameDirection: false };
  return (entry) => {
    const own = entry.statement.sourceId;
    if (!isRelay(entry.statement)) return own;
    if (entry.direction) return walk(own, strict);
    // A relay of neither direction is never excluded. It is shown where its chain ends, whatever was said on the
    // way; where the chain has no end or its base is not known, its own source is all that can be named.
    const base = baseOf(entry.statement, speakers);
    return (base === null ? null : walk(base, loose)) ?? own;
  };

  function walk(start: string, { roots, sameDirection }: Walk): string | null {
    // A loop, not recursion: nothing limits how long a chain of relays is. All sources on the way end where the
    // first one does, so each is walked once for all the relays that lead through it.
    const path: string[] = [];
    let at = start;
    while (!roots.has(at)) {
      path.push(at);
      // Until its end is known a source on the path leads nowhere: to meet it again is a chain without an end.
      roots.set(at, null);
      const next = step(at, sameDirection);
      if (next === at) roots.set(at, at);
      at = next ?? at;
    }
    const end = roots.get(at) ?? null;
    for (const passed of path) roots.set(passed, end);
    return end;
  }

  /** The source that the live position of `sourceId` repeats; itself when it repeats none; null when broken. */
  function step(sourceId: string, sameDirection: boolean): string | null {
    const live = bySource.get(sourceId)?.live;
    if (!live || !isRelay(live.statement)) return sourceId;
    const base = baseOf(live.statement, speakers);
    if (base === null || base === sourceId) return null;
    // A source that only evaded has said something, and nothing of this direction: the relay does not stand.
    const met = bySource.get(base);
    if (sameDirection && met && met.live?.direction !== live.direction) return null;
    return base;
  }
}

interface Walk {
  /** The end of the chain from each source walked so far. */
  roots: Map<string, string | null>;
  /** Whether every position on the way must have the direction of the one before. */
  sameDirection: boolean;
}

function speakersBy(statements: readonly RuleStatement[], asOf: Moment): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const { id, sourceId, recordedAt } of statements) {
    if (compareMoments(momentOf(recordedAt), asOf) <= 0) speakers.set(id, sourceId);
  }
  return speakers;
}

// The database lets no base be missing; should it be, the relay must not become an origin of its own.
function baseOf(statement: RuleStatement, speakers: Map<string, string>): string | null {
  if (statement.basedOnStatementId !== null) return speakers.get(statement.basedOnStatementId) ?? null;
  return statement.basedOnSourceId;
}
