import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Mark } from '../kit/list';
import { FAMILIES, familyOf } from './families';

/** Whether it is on, and whether what is sent arrives. */
export function WebhookState({ webhook }: { webhook: Schemas['Webhook'] }) {
  const { t } = useTranslation('administration');
  const { enabled, disabledReason, failingSince } = webhook;
  if (!enabled) return <Mark kind="bad">{t(`webhooks.off.${disabledReason ?? 'by_member'}`)}</Mark>;
  if (failingSince !== null) return <Mark kind="warn">{t('webhooks.failing')}</Mark>;
  return <Mark kind="good">{t('webhooks.on')}</Mark>;
}

/** What it is told of, in words. */
export function EventsOf({ events }: { events: string[] }) {
  const { t } = useTranslation('administration');
  const { list } = useFormats();
  if (events.length === 0) return t('webhooks.everything');
  const words = events.map((event) => {
    const family = FAMILIES.find((one) => familyOf(one) === event);
    return family === undefined ? event : t(`webhooks.family.${family}`);
  });
  return <bdi>{list(words)}</bdi>;
}
