import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { Fields, TextField } from '../../parts/fields';
import { useSession } from '../../session/session';
import { Choices } from './choices';
import { type FilterName, type Filtering, ME } from './filter';
import { TypedFilter } from './typed-filter';

export const MORE_FILTERS = [
  'topic',
  'language',
  'queueId',
  'assignee',
  'externalId',
  'createdAfter',
  'createdBefore',
  'dueBefore',
] as const satisfies readonly FilterName[];

export function MoreFilters({ filtering }: { filtering: Filtering }) {
  const { t } = useTranslation('claims');
  return (
    <Fields>
      <TypedFilter name="topic" label={t('filter.topic')} filtering={filtering} />
      <TypedFilter name="language" label={t('filter.language')} placeholder="uk" filtering={filtering} />
      <QueueChoices filtering={filtering} />
      <MemberChoices filtering={filtering} />
      <TypedFilter name="externalId" label={t('filter.externalId')} filtering={filtering} />
      <DayFilter name="createdAfter" filtering={filtering} />
      <DayFilter name="createdBefore" filtering={filtering} />
      <DayFilter name="dueBefore" filtering={filtering} />
    </Fields>
  );
}

function QueueChoices({ filtering }: { filtering: Filtering }) {
  const { data } = hooks.useQuery('get', '/api/v1/queues', { params: { query: { limit: 200 } } });
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (
    <Choices
      name="queueId"
      filtering={filtering}
      keys={[...names.keys()]}
      labelOf={(id) => names.get(id) ?? id}
    />
  );
}

function MemberChoices({ filtering }: { filtering: Filtering }) {
  const { t } = useTranslation('claims');
  const { me } = useSession();
  const { data } = hooks.useQuery('get', '/api/v1/members', { params: { query: { limit: 200 } } });
  const names = new Map(data?.items.map(({ id, name }) => [id, name ?? id]));
  names.delete(me.id);
  return (
    <Choices
      name="assignee"
      filtering={filtering}
      keys={[ME, ...names.keys()]}
      labelOf={(id) => (id === ME ? t('me') : (names.get(id) ?? id))}
    />
  );
}

function DayFilter({ name, filtering: { filter, set } }: { name: FilterName; filtering: Filtering }) {
  const { t } = useTranslation('claims');
  const value = filter[name] ?? '';
  return (
    <TextField
      label={t(`filter.${name}`)}
      type="date"
      value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
      onChange={(day) => set(name, day)}
    />
  );
}
