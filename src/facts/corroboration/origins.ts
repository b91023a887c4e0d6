import type { Exclusion, Origin, Vote } from './origins.types.js';
import type { Placement } from './placements.js';
import type { Entry } from './positions.js';
import { isRelay } from './relays.js';

/** A statement with the source whose word it is in the end: its own, or for a relay its root. */
export interface Member {
  readonly entry: Entry;
  readonly root: string;
}

/** An origin with its statements at hand, from which the rule still counts. */
export interface Group {
  readonly origin: Origin;
  readonly members: readonly Member[];
}

/**
 * Folds statements that cannot count as independent of one another (rule origins/1, points 3 and 4).
 *
 * Takes the statements that nothing has replaced, as recorded; the root of each (null: to be excluded); and the
 * placement of a source. Returns the origins in the order of their earliest recorded statement.
 */
export function foldOrigins(
  shown: readonly Entry[],
  rootOf: (entry: Entry) => string | null,
  placementOf: (sourceId: string) => Placement,
): { groups: Group[]; excluded: Exclusion[] } {
  const folded = new Map<string, Member[]>();
  const excluded: Exclusion[] = [];
  for (const entry of shown) {
    const root = rootOf(entry);
    if (root === null) {
      excluded.push({ statementId: entry.statement.id, reason: 'base_withdrawn' });
      continue;
    }
    const { key } = placementOf(root);
    const members = folded.get(key);
    if (members) members.push({ entry, root });
    else folded.set(key, [{ entry, root }]);
  }
  const groups = [...folded.values()].map((members) => ({
    // Spellings of one party can differ. The earliest recorded one is shown, so that no newcomer renames an origin.
    origin: present(members, placementOf(members[0]!.root)),
    members,
  }));
  return { groups, excluded };
}

export interface VoteCounts {
  support: number;
  oppose: number;
  divided: number;
  partial: number;
}

/**
 * Counts the votes of origins. All unaffiliated ones of a direction count together as one, because nothing shows
 * that they are independent of one another; as supporters, that one is partial when each of them is. `divided`
 * counts every origin.
 */
export function countVotes(origins: readonly Origin[]): VoteCounts {
  const supporting = origins.filter((origin) => origin.vote === 'support');
  return {
    support: countTogether(supporting),
    oppose: countTogether(origins.filter((origin) => origin.vote === 'oppose')),
    divided: origins.filter((origin) => origin.vote === 'divided').length,
    partial: countPartial(supporting),
  };
}

function countTogether(origins: readonly Origin[]): number {
  const affiliated = origins.filter((origin) => !origin.unaffiliated).length;
  return affiliated + (affiliated < origins.length ? 1 : 0);
}

function countPartial(supporting: readonly Origin[]): number {
  const unplaced = supporting.filter((origin) => origin.unaffiliated);
  const placed = supporting.filter((origin) => !origin.unaffiliated && origin.partial);
  return placed.length + (unplaced.length > 0 && unplaced.every((origin) => origin.partial) ? 1 : 0);
}

function present(members: readonly Member[], { party, ancestor }: Placement): Origin {
  const vote = voteOf(members);
  const statements = members.map(({ entry }) => entry.statement);
  return {
    party,
    unaffiliated: party === null,
    ancestor,
    vote,
    partial: vote === 'support' && isPartial(members),
    sources: [...new Set(statements.map((statement) => statement.sourceId))],
    roots: [...new Set(members.map(({ root }) => root))],
    statements: statements.map((statement) => statement.id),
    reason: whyOne(members, party),
  };
}

function voteOf(members: readonly Member[]): Vote | null {
  const directions = new Set(members.map(({ entry }) => entry.direction));
  if (directions.has('support') && directions.has('oppose')) return 'divided';
  if (directions.has('support')) return 'support';
  return directions.has('oppose') ? 'oppose' : null;
}

/** Partial: what its own voices, or in their absence those who repeat it, confirm is never the whole claim. */
function isPartial(members: readonly Member[]): boolean {
  const supporting = members.filter(({ entry }) => entry.direction === 'support');
  const unrelayed = supporting.filter(({ entry }) => !isRelay(entry.statement));
  const deciding = unrelayed.length > 0 ? unrelayed : supporting;
  return deciding.every(({ entry }) => entry.statement.stance === 'partly_confirms');
}

function whyOne(members: readonly Member[], party: string | null): string {
  const speaking = members.filter(({ entry, root }) => entry.statement.sourceId === root);
  const speakers = new Set(speaking.map(({ root }) => root)).size;
  const repeating = members.length - speaking.length;
  return party === null ? whyUnplaced(speakers, repeating) : whyParty(speakers, repeating, party);
}

function whyParty(speakers: number, repeating: number, party: string): string {
  if (repeating === 0) {
    return speakers === 1 ? `This source speaks for ${party}.` : `All of these sources speak for ${party}.`;
  }
  if (speakers > 0) {
    return `Each of these statements is by a source that speaks for ${party}, or only repeats one.`;
  }
  return repeating === 1
    ? `This statement only repeats a source that speaks for ${party}.`
    : `These statements only repeat what speaks for ${party}.`;
}

function whyUnplaced(speakers: number, repeating: number): string {
  const together = 'origins without a party count together as one in each direction.';
  if (repeating === 0 && speakers === 1)
    return `Neither this source nor one above it has a party; ${together}`;
  if (repeating === 0) return `These sources have the same topmost source and no party; ${together}`;
  if (repeating === 1 && speakers === 0)
    return `This statement only repeats a source without a party; ${together}`;
  return `These statements all go back to one topmost source, which has no party; ${together}`;
}
