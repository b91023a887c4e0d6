import type { Row } from './claim-row-data';

/** A row by its claim, and where it was: the list moves under the reader while others work. */
export interface Place {
  index: number;
  id: string;
}

let kept: { list: string; place: Place } | null = null;

export function keepPlace(list: string, place: Place): void {
  kept = { list, place };
}

/** Where the reader was in that list before they went to another page. */
export function placeIn(list: string): Place | null {
  return kept?.list === list ? kept.place : null;
}

/** Where that claim is now; when it left the list, what stands in its place. */
export function whereIs({ index, id }: Place, rows: readonly Row[]): number {
  if (rows[index]?.id === id) return index;
  const found = rows.findIndex((row) => row.id === id);
  return found >= 0 ? found : Math.min(index, rows.length - 1);
}
