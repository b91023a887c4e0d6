import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../../api/client';
import { Button } from '../../../parts/button';
import { Actions, Dialog, Submit } from '../../../parts/dialog';
import { Select, TextField } from '../../../parts/fields';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, refresh } from '../kit/saving';
import { ShownOnce } from '../kit/shown-once';

const DAY_MS = 24 * 60 * 60 * 1000;
const LASTS = ['30', '90', '365', 'always'] as const;
type Lasts = (typeof LASTS)[number];

/** Makes a key for a member and shows it, this once. */
export function KeyDialog({ members, onClose }: { members: Schemas['Member'][]; onClose(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const [memberId, setMemberId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [lasts, setLasts] = useState<Lasts>('365');
  const create = useMutation({
    mutationFn: (owner: string) => {
      const expiresAt =
        lasts === 'always' ? null : new Date(Date.now() + Number(lasts) * DAY_MS).toISOString();
      return api.POST('/api/v1/api-keys', { body: { memberId: owner, name: name.trim(), expiresAt } });
    },
    onSuccess: () => refresh('/api/v1/api-keys'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (memberId !== null) create.mutate(memberId);
  };
  const made = create.data?.data;
  if (made !== undefined) {
    return (
      <Dialog title={t('keys.made')} isOpen onClose={onClose} role="alertdialog">
        <ShownOnce label={made.name} value={made.key} warning={t('keys.warning')} />
        <Actions>
          <Button onPress={onClose}>{t('done')}</Button>
        </Actions>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('keys.create')} isOpen onClose={onClose}>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(create.error)}>
        <TextField
          name="name"
          label={t('keys.name')}
          hint={t('keys.nameHint')}
          value={name}
          onChange={setName}
          maxLength={500}
          isRequired
          autoFocus
        />
        <Select
          name="memberId"
          label={t('keys.member')}
          hint={t('keys.memberHint')}
          choices={members.map((member) => ({
            key: member.id,
            label: `${member.name} (${t(`common:role.${member.role}`)})`,
          }))}
          value={memberId}
          onChange={setMemberId}
          placeholder={t('choose')}
          isRequired
        />
        <Select
          label={t('keys.lasts')}
          choices={LASTS.map((key) => ({ key, label: t(`keys.last.${key}`) }))}
          value={lasts}
          onChange={(key) => setLasts(key)}
        />
        <Refused error={create.error} />
        <Submit onCancel={onClose} isPending={create.isPending}>
          {t('keys.createDo')}
        </Submit>
      </Form>
    </Dialog>
  );
}
