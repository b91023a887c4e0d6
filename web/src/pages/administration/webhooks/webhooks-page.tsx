import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Page, Section } from '../../../parts/page';
import { Listed, PAGES, Row } from '../kit/list';
import { WebhookDialog } from './webhook-dialog';
import { EventsOf, WebhookState } from './webhook-state';

export default function WebhooksPage() {
  const { t } = useTranslation('administration');
  const webhooks = hooks.useInfiniteQuery(
    'get',
    '/api/v1/webhooks',
    { params: { query: { limit: 100 } } },
    PAGES,
  );
  const [isCreating, setCreating] = useState(false);
  return (
    <Page
      title={t('webhooks.title')}
      actions={
        <Button variant="primary" onPress={() => setCreating(true)}>
          {t('webhooks.create')}
        </Button>
      }
    >
      <p>{t('webhooks.text')}</p>
      <Section title={t('webhooks.all')}>
        <Listed of={webhooks} label={t('webhooks.all')} empty={t('webhooks.empty')}>
          {(webhook) => <WebhookRow key={webhook.id} webhook={webhook} />}
        </Listed>
      </Section>
      {isCreating && <WebhookDialog webhook={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

function WebhookRow({ webhook }: { webhook: Schemas['Webhook'] }) {
  return (
    <Row
      title={
        <Link href={`/administration/webhooks/${webhook.id}`}>
          <bdi>{webhook.url}</bdi>
        </Link>
      }
      marks={<WebhookState webhook={webhook} />}
      details={<EventsOf events={webhook.events} />}
    />
  );
}
