import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScale } from '../../api/scale';
import { Button } from '../../parts/button';
import { Select } from '../../parts/fields';
import { useShortcut } from '../../shell/shortcuts';
import styles from './claims.module.css';
import { Choices } from './choices';
import { CORROBORATIONS, type Filtering, type Sort, SORTS, STATUSES } from './filter';
import { MoreFilters, MORE_FILTERS } from './more-filters';
import { TypedFilter } from './typed-filter';

/** What narrows the list: the few that are used all day, and behind a button the others. */
export function FilterBar({ filtering }: { filtering: Filtering }) {
  const { t } = useTranslation(['claims', 'common']);
  const { filter, sort, set } = filtering;
  const [isMore, setMore] = useState(() => MORE_FILTERS.some((name) => filter[name] !== undefined));
  const search = useRef<HTMLDivElement>(null);
  useShortcut(
    '/',
    t('keys.search'),
    useCallback(() => search.current?.querySelector('input')?.focus(), []),
  );
  return (
    <search className={styles.bar} aria-label={t('filters')}>
      <div className={styles.common}>
        <div className={styles.search} ref={search}>
          <TypedFilter
            name="text"
            label={t('filter.text')}
            placeholder={t('searchHint')}
            filtering={filtering}
          />
        </div>
        <Choices
          name="status"
          filtering={filtering}
          keys={STATUSES}
          labelOf={(key) => t(`common:status.${key}`)}
        />
        <Choices
          name="corroboration"
          filtering={filtering}
          keys={CORROBORATIONS}
          labelOf={(key) => t(`common:corroboration.${key}`)}
        />
        <RatingChoices filtering={filtering} />
        <Select<Sort>
          label={t('sort.label')}
          choices={SORTS.map((key) => ({ key, label: t(`sort.${key}`) }))}
          value={sort}
          onChange={(key) => set('sort', key === '-createdAt' ? undefined : key)}
        />
        <Button aria-expanded={isMore} onPress={() => setMore(!isMore)}>
          {t(isMore ? 'fewerFilters' : 'moreFilters')}
        </Button>
      </div>
      {isMore && <MoreFilters filtering={filtering} />}
    </search>
  );
}

function RatingChoices({ filtering }: { filtering: Filtering }) {
  const { ratings, nameOf } = useScale();
  return (
    <Choices name="rating" filtering={filtering} keys={ratings.map(({ key }) => key)} labelOf={nameOf} />
  );
}
