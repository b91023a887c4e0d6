import type { Schemas } from '../api/client';
import { type Stance, STANCE_SIGNS } from '../parts/words';
import { partyOf, type Source } from './every';

type Statement = Schemas['Statement'];

export interface Row {
  sourceId: string;
  name: string;
  source: Source | undefined;
  statements: Statement[];
}

/** The sources of one party; those of no party stand apart, at the end. */
export interface Group {
  party: string | null;
  rows: Row[];
}

export interface Matrix {
  stances: Stance[];
  groups: Group[];
  /** From each relay to the statement it goes back to, where one is on record. */
  relays: { from: string; to: string }[];
}

const ORDER = Object.keys(STANCE_SIGNS) as Stance[];

/** Statements are in the order of the record, and so are groups, rows and what stands in a cell. */
export function matrixOf(statements: Statement[], sources: ReadonlyMap<string, Source>): Matrix {
  const bySource = grouped(statements, ({ sourceId }) => sourceId);
  const rows = [...bySource].map(([sourceId, said]) => ({
    sourceId,
    name: said[0]!.sourceName,
    source: sources.get(sourceId),
    statements: said,
  }));
  const byParty = grouped(rows, ({ sourceId }) => partyOf(sourceId, sources));
  const groups = [...byParty].map(([party, of]) => ({ party, rows: of }));
  return {
    stances: ORDER.filter((stance) => statements.some((statement) => statement.stance === stance)),
    groups: groups.sort((a, b) => Number(a.party === null) - Number(b.party === null)),
    relays: statements.flatMap((statement) => {
      const base = baseOf(statement, statements);
      return base === undefined ? [] : [{ from: statement.id, to: base.id }];
    }),
  };
}

/** In the order in which each key first comes. */
function grouped<Item, Key>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The statement that a relay repeats: the one it names, or the latest of the source it names. */
function baseOf(statement: Statement, statements: Statement[]): Statement | undefined {
  const { basedOnStatementId, basedOnSourceId } = statement;
  if (basedOnStatementId !== null) return statements.find(({ id }) => id === basedOnStatementId);
  if (basedOnSourceId === null) return undefined;
  return statements.findLast(({ sourceId, struckAt }) => sourceId === basedOnSourceId && struckAt === null);
}

export function isRelay({ basedOnStatementId, basedOnSourceId }: Statement): boolean {
  return basedOnStatementId !== null || basedOnSourceId !== null;
}
