import { useTranslation } from 'react-i18next';
import { hooks } from '../../../api/client';
import { Page, Shown } from '../../../parts/page';
import { RulesEditor } from './rules-editor';

export default function RulesPage() {
  const { t } = useTranslation('administration');
  const rules = hooks.useQuery('get', '/api/v1/routing-rules');
  const queues = hooks.useQuery('get', '/api/v1/queues', { params: { query: { limit: 200 } } });
  return (
    <Page title={t('rules.title')}>
      <p>{t('rules.text')}</p>
      <Shown of={queues}>
        {({ items }) => <Shown of={rules}>{(data) => <RulesEditor saved={data} queues={items} />}</Shown>}
      </Shown>
    </Page>
  );
}
