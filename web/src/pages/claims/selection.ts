import { useCallback, useState } from 'react';
import type { Row } from './claim-row-data';

export interface Selection {
  /** The chosen claims as they were when they were chosen, in the order of choosing. */
  chosen: ReadonlyMap<string, Row>;
  toggle(row: Row): void;
  /** All of these, and those chosen before. */
  add(rows: readonly Row[]): void;
  clear(): void;
}

const NONE: ReadonlyMap<string, Row> = new Map();

export function useSelection(): Selection {
  const [chosen, setChosen] = useState(NONE);
  const toggle = useCallback(
    (row: Row) =>
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      }),
    [],
  );
  const add = useCallback(
    (rows: readonly Row[]) =>
      setChosen((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)])),
    [],
  );
  const clear = useCallback(() => setChosen(NONE), []);
  return { chosen, toggle, add, clear };
}
