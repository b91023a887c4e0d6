import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Confirm } from '../../../parts/dialog';
import { Refused } from '../kit/refused';
import { refresh } from '../kit/saving';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';

type Webhook = Schemas['Webhook'];
const WEBHOOKS = '/api/v1/webhooks';

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('administration');
  const [opened, open] = useState<'change' | 'rotation' | 'deletion' | null>(null);
  const { id, enabled, version } = webhook;
  const toggle = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/webhooks/{id}', {
        params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        body: { enabled: !enabled },
      }),
    onSettled: () => refresh(WEBHOOKS),
  });
  const close = () => open(null);
  return (
    <>
      <Button isPending={toggle.isPending} onPress={() => toggle.mutate()}>
        {t(enabled ? 'webhooks.pause' : 'webhooks.resume')}
      </Button>
      <Button onPress={() => open('change')}>{t('change')}</Button>
      <Button onPress={() => open('rotation')}>{t('webhooks.rotate')}</Button>
      <Button variant="danger" onPress={() => open('deletion')}>
        {t('webhooks.delete')}
      </Button>
      <Refused error={toggle.error} />
      {opened === 'change' && <WebhookDialog webhook={webhook} onClose={close} />}
      {opened === 'rotation' && <Rotation webhook={webhook} onClose={close} />}
      {opened === 'deletion' && <Deletion webhook={webhook} onClose={close} />}
    </>
  );
}

function Rotation({ webhook: { id }, onClose }: { webhook: Webhook; onClose(): void }) {
  const { t } = useTranslation('administration');
  const rotate = useMutation({
    mutationFn: () => api.POST('/api/v1/webhooks/{id}/rotate', { params: { path: { id } }, body: {} }),
    onSuccess: () => refresh(WEBHOOKS),
  });
  const made = rotate.data?.data;
  if (made !== undefined) return <SecretDialog secret={made.secret} onClose={onClose} />;
  return (
    <Confirm
      title={t('webhooks.rotate')}
      isOpen
      onClose={onClose}
      onConfirm={() => rotate.mutate()}
      confirm={t('webhooks.rotateDo')}
      isPending={rotate.isPending}
    >
      <p>{t('webhooks.rotateText')}</p>
      <Refused error={rotate.error} />
    </Confirm>
  );
}

function Deletion({ webhook: { id, url }, onClose }: { webhook: Webhook; onClose(): void }) {
  const { t } = useTranslation('administration');
  const [, go] = useLocation();
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      go('/administration/webhooks');
      await refresh(WEBHOOKS);
    },
  });
  return (
    <Confirm
      title={t('webhooks.delete')}
      isOpen
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      confirm={t('webhooks.deleteDo')}
      isPending={remove.isPending}
      isDanger
    >
      <p>
        <bdi>{url}</bdi>
      </p>
      <p>{t('webhooks.deleteText')}</p>
      <Refused error={remove.error} />
    </Confirm>
  );
}
