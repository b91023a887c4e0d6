import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/fields';
import { Section } from '../../../parts/page';
import { Listed, Mark, PAGES, Parts, Row } from '../kit/list';
import { Refused } from '../kit/refused';
import { refresh } from '../kit/saving';
import { DeliveryDialog } from './delivery-dialog';
import styles from './webhooks.module.css';

type Delivery = Schemas['Delivery'];
const STATES = ['pending', 'delivered', 'dead'] as const;
const KINDS = { pending: 'warn', delivered: 'good', dead: 'bad' } as const;
const DELIVERIES = '/api/v1/webhooks/{id}/deliveries';

/** Deliveries make no events that could tell of them; while one looks, they are asked for again. */
const AGAIN_MS = 5000;

export function Deliveries({ webhookId, isEnabled }: { webhookId: string; isEnabled: boolean }) {
  const { t } = useTranslation('administration');
  const [state, setState] = useState<'all' | Delivery['state']>('all');
  const [opened, open] = useState<string | null>(null);
  const deliveries = hooks.useInfiniteQuery(
    'get',
    DELIVERIES,
    { params: { path: { id: webhookId }, query: { limit: 50, ...(state !== 'all' && { state }) } } },
    { ...PAGES, refetchInterval: AGAIN_MS },
  );
  return (
    <Section
      title={t('webhooks.deliveries')}
      actions={
        <div className={styles.filter}>
          <Select
            label={t('webhooks.state')}
            isLabelUnseen
            choices={[
              { key: 'all', label: t('webhooks.allStates') },
              ...STATES.map((key) => ({ key, label: t(`webhooks.delivery.${key}`) })),
            ]}
            value={state}
            onChange={(key) => setState(key)}
          />
        </div>
      }
    >
      <Listed of={deliveries} label={t('webhooks.deliveries')} empty={t('webhooks.noDeliveries')}>
        {(delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            isEnabled={isEnabled}
            onOpen={() => open(delivery.id)}
          />
        )}
      </Listed>
      {opened !== null && <DeliveryDialog id={opened} onClose={() => open(null)} />}
    </Section>
  );
}

function DeliveryRow({
  delivery,
  isEnabled,
  onOpen,
}: {
  delivery: Delivery;
  isEnabled: boolean;
  onOpen(): void;
}) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const { id, eventType, state, attempts, createdAt, nextAttemptAt, lastAttempt } = delivery;
  const redeliver = useMutation({
    mutationFn: () => api.POST('/api/v1/deliveries/{id}/redeliver', { params: { path: { id } }, body: {} }),
    onSuccess: () => refresh(DELIVERIES),
  });
  const answer = lastAttempt?.answer?.status ?? lastAttempt?.error;
  return (
    <Row
      title={eventType}
      marks={<Mark kind={KINDS[state]}>{t(`webhooks.delivery.${state}`)}</Mark>}
      details={
        <Parts
          of={[
            moment(createdAt),
            t('webhooks.attempts', { count: attempts }),
            answer !== undefined && answer !== null && <bdi>{answer}</bdi>,
            state === 'pending' &&
              nextAttemptAt !== null &&
              t('webhooks.next', { moment: moment(nextAttemptAt) }),
          ]}
        />
      }
      actions={
        <>
          <Button aria-label={t('webhooks.logOf', { type: eventType })} onPress={onOpen}>
            {t('webhooks.log')}
          </Button>
          {isEnabled && state !== 'pending' && (
            <Button
              aria-label={t('webhooks.redeliverOf', { type: eventType })}
              isPending={redeliver.isPending}
              onPress={() => redeliver.mutate()}
            >
              {t('webhooks.redeliver')}
            </Button>
          )}
        </>
      }
    >
      <Refused error={redeliver.error} />
    </Row>
  );
}
