import { normalise } from '../../base/text/normalise.js';
import type { RuleSource } from './origins.types.js';

/** Whom a source speaks for. */
export interface Placement {
  /** Equal for sources of one origin, different for all others. */
  readonly key: string;
  /** The party's name as written on the source that carries it; null without one. */
  readonly party: string | null;
  /** The topmost ancestor of a source without a party (itself, when it has no parent); else null. */
  readonly ancestor: string | null;
}

/**
 * Places sources (rule origins/1, point 3): by a source's own party, or else its nearest ancestor's, or else by
 * its topmost ancestor. Returns a function from a source id to its placement; a source that is not listed has no
 * parent and no party.
 */
export function placeSources(sources: readonly RuleSource[]): (sourceId: string) => Placement {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const placed = new Map<string, Placement>();
  return (sourceId) => {
    // All sources passed on the way up to the first one with a party, or to the top, are placed alike.
    const path = new Set<string>();
    let at = sourceId;
    let found = placed.get(at);
    while (!found) {
      path.add(at);
      const { parentId = null, party = null } = byId.get(at) ?? {};
      const key = normalise(party ?? '');
      if (key !== '') found = { key: `party ${key}`, party: party!.trim(), ancestor: null };
      else if (parentId === null) found = unaffiliated(at);
      else if (path.has(parentId)) found = unaffiliated(topOfLoop(path, parentId));
      else {
        at = parentId;
        found = placed.get(at);
      }
    }
    for (const passed of path) placed.set(passed, found);
    return found;
  };
}

function unaffiliated(ancestor: string): Placement {
  return { key: `source ${ancestor}`, party: null, ancestor };
}

// Parents cannot form a loop. If they ever do, all of the loop must still count as one, whoever is asked first.
function topOfLoop(path: Set<string>, parent: string): string {
  const ids = [...path];
  return ids.slice(ids.indexOf(parent)).reduce((least, id) => (id < least ? id : least));
}
