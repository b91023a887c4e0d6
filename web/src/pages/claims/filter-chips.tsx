import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { useScale } from '../../api/scale';
import { useFormats } from '../../i18n';
import { Button } from '../../parts/button';
import styles from './claims.module.css';
import { CORROBORATIONS, FILTERS, type FilterName, type Filtering, ME, NOW, STATUSES } from './filter';

/** Each filter that narrows the list, to be taken away. */
export function FilterChips({ filtering: { filter, set, clear } }: { filtering: Filtering }) {
  const { t } = useTranslation('claims');
  const active = FILTERS.filter((name) => filter[name] !== undefined);
  if (active.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('activeFilters')}>
      {active.map((name) => (
        <li key={name}>
          <Chip name={name} value={filter[name]!} onRemove={() => set(name, undefined)} />
        </li>
      ))}
      <li>
        <Button variant="quiet" onPress={clear}>
          {t('clear')}
        </Button>
      </li>
    </ul>
  );
}

function Chip({ name, value, onRemove }: { name: FilterName; value: string; onRemove(): void }) {
  const { t } = useTranslation('claims');
  const said = useSaid(name, value);
  const label = name === 'dueBefore' && value === NOW ? t('overdueNow') : `${t(`filter.${name}`)}: ${said}`;
  return (
    <button type="button" className={styles.chip} onClick={onRemove}>
      <span className="unseen">{t('takeAway')} </span>
      <bdi>{label}</bdi> <span aria-hidden="true">×</span>
    </button>
  );
}

/** What the address holds, as people say it; what is not known, as it stands there. */
function useSaid(name: FilterName, value: string): string {
  const { t } = useTranslation(['claims', 'common']);
  const { nameOf } = useScale();
  const formats = useFormats();
  const isOf = (wanted: FilterName) => ({ enabled: name === wanted && value !== ME });
  const queue = hooks.useQuery(
    'get',
    '/api/v1/queues/{id}',
    { params: { path: { id: value } } },
    isOf('queueId'),
  );
  const source = hooks.useQuery(
    'get',
    '/api/v1/sources/{id}',
    { params: { path: { id: value } } },
    isOf('sourceId'),
  );
  const members = hooks.useQuery(
    'get',
    '/api/v1/members',
    { params: { query: { limit: 200 } } },
    isOf('assignee'),
  );
  switch (name) {
    case 'status': {
      const known = STATUSES.find((key) => key === value);
      return known === undefined ? value : t(`common:status.${known}`);
    }
    case 'corroboration': {
      const known = CORROBORATIONS.find((key) => key === value);
      return known === undefined ? value : t(`common:corroboration.${known}`);
    }
    case 'rating':
      return nameOf(value);
    case 'language':
      return formats.language(value);
    case 'queueId':
      return queue.data?.name ?? value;
    case 'sourceId':
      return source.data?.name ?? value;
    case 'assignee':
      if (value === ME) return t('me');
      return members.data?.items.find(({ id }) => id === value)?.name ?? value;
    case 'createdAfter':
    case 'createdBefore':
    case 'dueBefore':
      return Number.isNaN(Date.parse(value)) ? value : formats.date(value);
    case 'text':
    case 'topic':
    case 'externalId':
      return value;
  }
}
