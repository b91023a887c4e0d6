import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Checkbox, Fields, Select } from '../../parts/fields';
import { type Grid, isRead } from './read-table';
import { type Column, COLUMNS } from './table-row';
import styles from './table.module.css';

interface ColumnsProps {
  grid: Grid;
  onChange(grid: Grid): void;
  onTake(): void;
}

/** What each column is, where its head does not say. */
export function Columns({ grid, onChange, onTake }: ColumnsProps) {
  const { t } = useTranslation('entry');
  const choices = [
    { key: 'none' as const, label: t('table.leaveOut') },
    ...COLUMNS.map((key) => ({ key, label: t(`table.column.${key}`) })),
  ];
  const set = (index: number, column: Column | null) =>
    onChange({
      ...grid,
      columns: grid.columns.map((one, i) => (i === index ? column : one === column ? null : one)),
    });
  return (
    <div className={styles.columns} role="group" aria-label={t('table.columns')}>
      <p>{t('table.columnsHint')}</p>
      <Checkbox isSelected={grid.hasHeader} onChange={(hasHeader) => onChange({ ...grid, hasHeader })}>
        {t('table.hasHeader')}
      </Checkbox>
      <Fields>
        {grid.columns.map((column, index) => (
          <Select
            key={index}
            label={t('table.columnNumber', { number: index + 1 })}
            hint={grid.cells[0]?.[index]?.slice(0, 60)}
            choices={choices}
            value={column ?? 'none'}
            onChange={(key) => set(index, key === 'none' ? null : key)}
          />
        ))}
      </Fields>
      <div>
        <Button variant="primary" onPress={onTake} isDisabled={!isRead(grid)}>
          {t('table.show')}
        </Button>
      </div>
    </div>
  );
}
