import { useTranslation } from 'react-i18next';
import type { Column, Words } from './table-row';

/** How columns, stances and kinds may be named in a table: as the reader's language has them, and as English has. */
export function useTableWords(): { words: Words; namesOf(column: Column): string[] } {
  const { t, i18n } = useTranslation(['entry', 'common']);
  const english = i18n.getFixedT('en', ['entry', 'common']);
  return {
    words: (of, key) =>
      [t, english].map((say) => say(`common:${of}.${key}` as 'common:stance.asserts' | 'common:kind.other')),
    namesOf: (column) => [t, english].map((say) => say(`entry:table.column.${column}`)),
  };
}
