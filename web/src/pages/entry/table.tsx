import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Select, TextField } from '../../parts/fields';
import { Problem } from '../../parts/page';
import { useAllSources } from '../../claim/every';
import type { Kind } from '../../claim/source-draft';
import { KINDS } from '../../claim/source-fields';
import { requestKey } from '../../claim/request-key';
import { Columns } from './columns';
import { type Grid, isRead, readTable, ROWS_AT_MOST, rowsIn } from './read-table';
import { type Column, COLUMNS, faultsOf, newRow, type Row, sourceNamed } from './table-row';
import { TableRow } from './table-row-view';
import { useTableWords } from './words-of';
import styles from './table.module.css';

/** A table of statements that is being mended; kept as the other drafts are. */
export interface TableDraft {
  pasted: string;
  rows: Row[];
}

export const NO_TABLE: TableDraft = { pasted: '', rows: [] };

interface TableProps {
  table: TableDraft;
  change(by: (now: TableDraft) => Partial<TableDraft>): void;
  /** What can be done with the rows that are in order. */
  children?: ReactNode;
}

/** Paste, look, mend. */
export function Table({ table, change, children }: TableProps) {
  if (table.rows.length === 0) return <Paste table={table} change={change} />;
  return (
    <>
      <Rows table={table} change={change} />
      {children}
    </>
  );
}

function Paste({ table, change }: TableProps) {
  const { t } = useTranslation('entry');
  const { words, namesOf } = useTableWords();
  const [grid, setGrid] = useState<Grid | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const take = (from: Grid) => {
    const rows = rowsIn(from).map((cells) => newRow(cells, words));
    if (rows.length === 0) return setError(new Error(t('table.empty')));
    if (rows.length > ROWS_AT_MOST) return setError(new Error(t('table.tooLong', { count: ROWS_AT_MOST })));
    setGrid(null);
    change(() => ({ rows }));
  };
  const read = async () => {
    setError(null);
    try {
      const read = await readTable(table.pasted, namesOf);
      if (isRead(read)) take(read);
      else if (read.cells.length === 0) setError(new Error(t('table.empty')));
      else setGrid(read);
    } catch (fault) {
      setError(new Error(t('table.unreadable', { reason: (fault as Error).message })));
    }
  };
  return (
    <>
      <TextField
        label={t('table.paste')}
        hint={t('table.pasteHint')}
        value={table.pasted}
        onChange={(pasted) => change(() => ({ pasted }))}
        lines={6}
      />
      <Problem error={error} />
      {grid === null ? (
        <div>
          <Button onPress={() => void read()} isDisabled={table.pasted.trim() === ''}>
            {t('table.read')}
          </Button>
        </div>
      ) : (
        <Columns grid={grid} onChange={setGrid} onTake={() => take(grid)} />
      )}
    </>
  );
}

function Rows({ table: { rows }, change }: TableProps) {
  const { t } = useTranslation('entry');
  const { data: sources = [] } = useAllSources();
  const set = (key: string, column: Column, text: string) =>
    change((now) => ({
      rows: now.rows.map((row) =>
        row.key === key
          ? { ...row, key: requestKey(), outcome: null, cells: { ...row.cells, [column]: text } }
          : row,
      ),
    }));
  return (
    <>
      <Summary rows={rows} change={change} />
      <div className={styles.scroll} role="group" aria-label={t('table.rows')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.number')}</th>
              <th scope="col">{t('table.outcome')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`table.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <TableRow
                key={index}
                number={index + 1}
                row={row}
                columns={COLUMNS}
                faults={faultsOf(row, sources)}
                isKnown={sourceNamed(sources, row.cells.source) !== undefined}
                onChange={(column, text) => set(row.key, column, text)}
                onRemove={() => change((now) => ({ rows: now.rows.filter(({ key }) => key !== row.key) }))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Summary({ rows, change }: { rows: readonly Row[]; change: TableProps['change'] }) {
  const { t } = useTranslation('entry');
  const { t: word } = useTranslation();
  const { data: sources = [] } = useAllSources();
  const open = rows.filter(({ outcome }) => outcome?.isDone !== true);
  const wrong = open.filter((row) => faultsOf(row, sources).length > 0);
  const isKindWanted = open.some((row) => faultsOf(row, sources).includes('kind'));
  const fill = (kind: Kind) =>
    change((now) => ({
      rows: now.rows.map((row) =>
        faultsOf(row, sources).includes('kind')
          ? { ...row, key: requestKey(), cells: { ...row.cells, kind } }
          : row,
      ),
    }));
  return (
    <div className={styles.summary}>
      <p role="status">
        {t('table.count', { count: rows.length })}{' '}
        {wrong.length > 0 && <strong>{t('table.wrong', { count: wrong.length })}</strong>}
      </p>
      {isKindWanted && (
        <Select
          label={t('table.kindOfNew')}
          choices={KINDS.map((key) => ({ key, label: word(`kind.${key}`) }))}
          value={null}
          onChange={fill}
          placeholder={t('choose')}
        />
      )}
      <Button variant="quiet" onPress={() => change(() => ({ rows: [] }))}>
        {t('table.again')}
      </Button>
    </div>
  );
}
