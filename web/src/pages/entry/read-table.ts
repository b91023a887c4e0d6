import { type Column, COLUMNS } from './table-row';

/** What was pasted, as cells, and what each column seems to be. */
export interface Grid {
  cells: string[][];
  columns: (Column | null)[];
  hasHeader: boolean;
}

/** More at once is an import. */
export const ROWS_AT_MOST = 500;

/** From a spreadsheet cells come apart by tabs; a file may have commas or semicolons. */
function delimiterOf(text: string): string {
  const line = text.split('\n', 1)[0]!;
  const count = (sign: string) => line.split(sign).length;
  return count('\t') > 1 ? '\t' : count(';') > count(',') ? ';' : ',';
}

/** Reads a pasted table. The reader of CSV comes with the first table, not with the page. */
export async function readTable(text: string, namesOf: (column: Column) => string[]): Promise<Grid> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const cells = parse(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  const columns = (cells[0] ?? []).map((head) => {
    const wanted = head.trim().toLocaleLowerCase();
    return (
      COLUMNS.find((column) =>
        [column, ...namesOf(column)].some((name) => name.toLocaleLowerCase() === wanted),
      ) ?? null
    );
  });
  return { cells, columns: once(columns), hasHeader: columns.some((column) => column !== null) };
}

/** Of two columns that seem to be the same, the first is. */
function once(columns: (Column | null)[]): (Column | null)[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : null));
}

/** Whether the columns are known without which no row says anything. */
export function isRead({ columns }: Grid): boolean {
  return columns.includes('source') && columns.includes('stance');
}

export function rowsIn({ cells, columns, hasHeader }: Grid): Partial<Record<Column, string>>[] {
  return cells
    .slice(hasHeader ? 1 : 0)
    .map((line) =>
      Object.fromEntries(
        columns.flatMap((column, index) => (column === null ? [] : [[column, line[index] ?? '']])),
      ),
    );
}
