import { useState } from 'react';
import { api, isRefusal } from '../../api/client';
import { type Row, rowOf } from './claim-row-data';
import type { Wanted } from './plan';

/** So many are asked for at a time: the others of the desk want answers too. */
const AT_ONCE = 4;

export interface Refused {
  row: Row;
  error: unknown;
}

export interface Run {
  state: 'waiting' | 'running' | 'done';
  total: number;
  moved: Row[];
  refused: Refused[];
}

const NOTHING: Run = { state: 'waiting', total: 0, moved: [], refused: [] };

/** Moves claims one by one, a few at a time, and keeps what came of each. */
export function useBulkRun(onMoved: (row: Row) => void) {
  const [run, setRun] = useState(NOTHING);

  const move = async (rows: readonly Row[], before: Row[], step: (row: Row) => Promise<Row>) => {
    const moved = [...before];
    const refused: Refused[] = [];
    const total = before.length + rows.length;
    const tell = (state: Run['state']) => setRun({ state, total, moved: [...moved], refused: [...refused] });
    tell('running');
    const waiting = [...rows];
    const work = async () => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        try {
          const after = await step(row);
          moved.push(after);
          onMoved(after);
        } catch (error) {
          refused.push({ row, error });
        }
        tell('running');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    tell('done');
  };

  return {
    run,
    start: (rows: readonly Row[], wanted: Wanted) => move(rows, [], (row) => moveOne(row, wanted)),
    /** Those that were refused, as they are now. */
    retry: (wanted: Wanted) =>
      move(
        run.refused.map(({ row }) => row),
        run.moved,
        (row) => moveAsItIs(row, wanted),
      ),
    reset: () => setRun(NOTHING),
  };
}

async function moveOne(row: Row, body: Wanted): Promise<Row> {
  const { data } = await api.POST('/api/v1/claims/{id}/transitions', {
    params: { path: { id: row.id }, header: { 'If-Match': `"${row.version}"` } },
    body,
  });
  return rowOf(data!);
}

/** Reads the claim first: it has changed meanwhile, or was moved though the answer was lost. */
async function moveAsItIs({ id }: Row, wanted: Wanted): Promise<Row> {
  const { data } = await api.GET('/api/v1/claims/{id}', { params: { path: { id } } });
  const now = rowOf(data!);
  return now.status === wanted.to ? now : moveOne(now, wanted);
}

export function isChangedMeanwhile(error: unknown): boolean {
  return isRefusal(error) && error.status === 412;
}
