import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/fields';
import type { FilterName, Filtering } from './filter';

/** Stands for no filter: a choice needs a key. */
const ANY = 'any';

/** One out of a few, or any. */
export function Choices<Key extends string>({
  name,
  filtering: { filter, set },
  keys,
  labelOf,
}: {
  name: FilterName;
  filtering: Filtering;
  keys: readonly Key[];
  labelOf(key: Key): string;
}) {
  const { t } = useTranslation('claims');
  return (
    <Select<Key | typeof ANY>
      label={t(`filter.${name}`)}
      choices={[{ key: ANY, label: t('any') }, ...keys.map((key) => ({ key, label: labelOf(key) }))]}
      value={(filter[name] as Key | undefined) ?? ANY}
      onChange={(key) => set(name, key === ANY ? undefined : key)}
    />
  );
}
