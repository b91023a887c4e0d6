import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { KINDS } from '../../claim/source-fields';
import { STANCES } from './stances';
import type { Column, Fault, Row } from './table-row';
import styles from './table.module.css';

interface TableRowProps {
  number: number;
  row: Row;
  columns: readonly Column[];
  faults: readonly Fault[];
  isKnown: boolean;
  onChange(column: Column, text: string): void;
  onRemove(): void;
}

/** One statement to be: its cells, what is wrong with them, and what came of it. */
export function TableRow({ number, row, columns, faults, isKnown, onChange, onRemove }: TableRowProps) {
  const { t } = useTranslation('entry');
  const isDone = row.outcome?.isDone === true;
  return (
    <tr
      className={styles.row}
      data-state={isDone ? 'done' : faults.length > 0 || row.outcome?.isDone === false ? 'wrong' : undefined}
    >
      <th scope="row">{number}</th>
      <td className={styles.outcome}>
        {isDone ? (
          <span className={styles.done}>✓ {row.outcome!.text}</span>
        ) : (
          <>
            {faults.map((fault) => (
              <p key={fault} className={styles.fault}>
                {t(`table.fault.${fault}`)}
              </p>
            ))}
            {row.outcome !== null && <p className={styles.fault}>{row.outcome.text}</p>}
            {row.cells.source.trim() !== '' && (
              <p className={styles.soft}>{isKnown ? t('table.known') : t('table.new')}</p>
            )}
            <Button variant="quiet" onPress={onRemove} aria-label={t('table.removeRow', { number })}>
              {t('remove')}
            </Button>
          </>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          <Cell
            column={column}
            number={number}
            text={row.cells[column]}
            isWrong={!isDone && faults.includes(column as Fault)}
            isDone={isDone}
            onChange={(text) => onChange(column, text)}
          />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  column: Column;
  number: number;
  text: string;
  isWrong: boolean;
  isDone: boolean;
  onChange(text: string): void;
}

const CHOICES: Partial<Record<Column, readonly string[]>> = { kind: KINDS, stance: STANCES };

function Cell({ column, number, text, isWrong, isDone, onChange }: CellProps) {
  const { t } = useTranslation('entry');
  const label = t('table.cell', { column: t(`table.column.${column}`), number });
  const choices = CHOICES[column];
  if (isDone && choices === undefined) return <bdi>{text}</bdi>;
  const shared = {
    'aria-label': label,
    'aria-invalid': isWrong || undefined,
    className: styles.cell,
    disabled: isDone,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (choices !== undefined) return <Choice {...{ column, text, choices, shared }} />;
  if (column === 'quote') return <textarea {...shared} rows={2} value={text} dir="auto" />;
  return <input {...shared} value={text} dir="auto" />;
}

interface ChoiceProps {
  column: Column;
  text: string;
  choices: readonly string[];
  shared: object;
}

/** A word that is none of the choices stays to be seen until one is chosen. */
function Choice({ column, text, choices, shared }: ChoiceProps) {
  const { t } = useTranslation();
  const say = (key: string) => t(`${column}.${key}` as 'stance.asserts');
  return (
    <select {...shared} value={text}>
      {!choices.includes(text) && <option value={text}>{text === '' ? '—' : `? ${text}`}</option>}
      {choices.map((key) => (
        <option key={key} value={key}>
          {say(key)}
        </option>
      ))}
    </select>
  );
}
