import { useTranslation } from 'react-i18next';
import { hooks } from '../../../api/client';
import { LinkButton } from '../../../parts/button';
import { Empty, Page, Section, Shown } from '../../../parts/page';
import { useFormats } from '../../../i18n';
import form from '../kit/form.module.css';
import { Deliveries } from './deliveries';
import { WebhookActions } from './webhook-actions';
import { EventsOf, WebhookState } from './webhook-state';

/** One webhook: what it is told of, and what became of each message. */
export default function WebhookPage({ id }: { id: string }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const webhooks = hooks.useQuery('get', '/api/v1/webhooks', { params: { query: { limit: 200 } } });
  return (
    <Page
      title={t('webhooks.one')}
      actions={<LinkButton href="/administration/webhooks">{t('webhooks.back')}</LinkButton>}
    >
      <Shown of={webhooks}>
        {({ items }) => {
          const webhook = items.find((one) => one.id === id);
          if (webhook === undefined) return <Empty>{t('webhooks.gone')}</Empty>;
          return (
            <>
              <Section title={t('webhooks.about')} actions={<WebhookActions webhook={webhook} />}>
                <p>
                  <bdi>{webhook.url}</bdi> <WebhookState webhook={webhook} />
                </p>
                <p>
                  <EventsOf events={webhook.events} />
                </p>
                {webhook.failingSince !== null && (
                  <p>{t('webhooks.failingSince', { moment: moment(webhook.failingSince) })}</p>
                )}
                {!webhook.enabled && <p className={form.quiet}>{t('webhooks.offText')}</p>}
              </Section>
              <Deliveries webhookId={id} isEnabled={webhook.enabled} />
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
