import { v7 as uuid } from 'uuid';
import { sameness } from './sameness.js';
import type { Statement } from './statement.entity.js';

/** What becomes of the statements of a claim on the one that stays: which are recorded anew, and which were there. */
export interface Carried {
  copies: Statement[];
  /** Statements of the claim that is closed, each with the one of the survivor that says the same. */
  already: { from: string; to: string }[];
}

/**
 * The standing statements of one claim as they are to be recorded on another, in the order of the record. A relay
 * points at the copy of its base; where that has none, at the source of it, which is what the rule follows.
 */
export function carry(from: Statement[], onto: Statement[], only?: Set<string>): Carried {
  const known = new Map(onto.filter(isStanding).map((statement) => [sameness(statement), statement.id]));
  const moved = new Map<string, string>();
  const carried: Carried = { copies: [], already: [] };
  for (const statement of from.filter((one) => isStanding(one) && (only?.has(one.id) ?? true))) {
    const based = rebased(statement, from, moved);
    const same = known.get(sameness(based));
    if (same !== undefined) {
      carried.already.push({ from: statement.id, to: same });
      moved.set(statement.id, same);
      continue;
    }
    const copy = { ...based, id: uuid(), movedFromClaimId: statement.claimId, movedFromId: statement.id };
    carried.copies.push(copy);
    moved.set(statement.id, copy.id);
    known.set(sameness(copy), copy.id);
  }
  return carried;
}

function isStanding({ struckAt }: Statement): boolean {
  return struckAt === null;
}

function rebased(statement: Statement, all: Statement[], moved: Map<string, string>): Statement {
  const { basedOnStatementId: baseId } = statement;
  if (baseId === null) return statement;
  const base = moved.get(baseId);
  if (base !== undefined) return { ...statement, basedOnStatementId: base };
  const uncopied = all.find(({ id }) => id === baseId)!;
  return { ...statement, basedOnStatementId: null, basedOnSourceId: uncopied.sourceId };
}
