import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../../api/client';
import { Dialog, Submit } from '../../../parts/dialog';
import { TextField } from '../../../parts/fields';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, refresh, useDraft, useSaving } from '../kit/saving';
import { type Given, MemberFields } from './member-fields';

type Member = Schemas['Member'];
const MEMBERS = '/api/v1/members';

/** Admits a person. */
export function AdmissionDialog({
  onClose,
  onAdmitted,
}: {
  onClose(): void;
  onAdmitted(member: Member): void;
}) {
  const { t } = useTranslation(['administration', 'common']);
  const [email, setEmail] = useState('');
  const [given, setGiven] = useState<Given>({ name: '', role: 'reviewer', languages: [], skills: [] });
  const admit = useMutation({
    mutationFn: () => api.POST(MEMBERS, { body: { email: email.trim(), ...given } }),
    onSuccess: async ({ data }) => {
      await refresh(MEMBERS);
      if (data !== undefined) onAdmitted(data);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    admit.mutate();
  };
  return (
    <Dialog title={t('members.admit')} isOpen onClose={onClose}>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(admit.error)}>
        <TextField
          name="email"
          type="email"
          label={t('members.email')}
          hint={t('members.emailHint')}
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <MemberFields value={given} onChange={setGiven} />
        <Refused error={admit.error} />
        <Submit onCancel={onClose} isPending={admit.isPending}>
          {t('members.admitDo')}
        </Submit>
      </Form>
    </Dialog>
  );
}

/** Changes what is said of a member. */
export function MemberDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { id, name, role, languages, skills, version } = member;
  const draft = useDraft<Given>({ name, role, languages, skills }, version);
  const send = (body: Given, ifMatch: string) =>
    api.PATCH('/api/v1/members/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch } }, body });
  const save = useSaving(draft, MEMBERS, send, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft.value);
  };
  return (
    <Dialog title={t('changeOf', { name })} isOpen onClose={onClose}>
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error)}>
        <MemberFields value={draft.value} onChange={draft.change} />
        <Refused error={save.error} />
        <Submit onCancel={onClose} isPending={save.isPending}>
          {t('common:save')}
        </Submit>
      </Form>
    </Dialog>
  );
}
