import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, hooks, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Confirm } from '../../../parts/dialog';
import { Page, Section } from '../../../parts/page';
import { Said } from '../../../parts/words';
import { Listed, Mark, PAGES, Parts, Row } from '../kit/list';
import { Refused } from '../kit/refused';
import { refresh } from '../kit/saving';
import { KeyDialog } from './key-dialog';

type ApiKey = Schemas['ApiKey'];
const KEYS = '/api/v1/api-keys';

export default function KeysPage() {
  const { t } = useTranslation('administration');
  const keys = hooks.useInfiniteQuery('get', KEYS, { params: { query: { limit: 100 } } }, PAGES);
  const members = hooks.useQuery('get', '/api/v1/members', { params: { query: { limit: 200 } } });
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const nameOf = (id: string) => members.data?.items.find((member) => member.id === id)?.name ?? '';
  return (
    <Page
      title={t('keys.title')}
      actions={
        <Button variant="primary" onPress={() => setCreating(true)}>
          {t('keys.create')}
        </Button>
      }
    >
      <p>{t('keys.text')}</p>
      <Section title={t('keys.all')}>
        <Listed of={keys} label={t('keys.all')} empty={t('keys.empty')}>
          {(key) => (
            <KeyRow key={key.id} of={key} owner={nameOf(key.memberId)} onRevoke={() => setRevoked(key)} />
          )}
        </Listed>
      </Section>
      {isCreating && <KeyDialog members={members.data?.items ?? []} onClose={() => setCreating(false)} />}
      {revoked !== null && <RevocationDialog of={revoked} onClose={() => setRevoked(null)} />}
    </Page>
  );
}

function KeyRow({ of: key, owner, onRevoke }: { of: ApiKey; owner: string; onRevoke(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { date, moment } = useFormats();
  return (
    <Row
      title={<Said>{key.name}</Said>}
      marks={<Mark>{t(`common:role.${key.role}`)}</Mark>}
      details={
        <Parts
          of={[
            <Said key="owner">{owner}</Said>,
            <code key="key">{`${key.prefix}…${key.lastFour}`}</code>,
            key.lastUsedAt === null ? t('keys.unused') : t('keys.usedAt', { moment: moment(key.lastUsedAt) }),
            key.expiresAt === null ? t('keys.endless') : t('keys.until', { date: date(key.expiresAt) }),
          ]}
        />
      }
      actions={
        <Button variant="danger" aria-label={t('keys.revokeOf', { name: key.name })} onPress={onRevoke}>
          {t('keys.revoke')}
        </Button>
      }
    />
  );
}

function RevocationDialog({ of: { id, name }, onClose }: { of: ApiKey; onClose(): void }) {
  const { t } = useTranslation('administration');
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await refresh(KEYS);
      onClose();
    },
  });
  return (
    <Confirm
      title={t('keys.revokeOf', { name })}
      isOpen
      onClose={onClose}
      onConfirm={() => revoke.mutate()}
      confirm={t('keys.revoke')}
      isPending={revoke.isPending}
      isDanger
    >
      <p>{t('keys.revokeText')}</p>
      <Refused error={revoke.error} />
    </Confirm>
  );
}
