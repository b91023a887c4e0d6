import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../../api/client';
import { Dialog, Submit } from '../../../parts/dialog';
import { TextField } from '../../../parts/fields';
import { ChooseSome, WordsBox } from '../kit/boxes';
import form from '../kit/form.module.css';
import { Refused } from '../kit/refused';
import { faultsOf, useDraft, useSaving } from '../kit/saving';
import { FAMILIES, familyOf } from './families';
import { SecretDialog } from './secret-dialog';

const WEBHOOKS = '/api/v1/webhooks';
interface Given {
  url: string;
  events: string[];
}

/** Makes a webhook, whose secret is then shown once, or changes where one leads and what it is told of. */
export function WebhookDialog({ webhook, onClose }: { webhook: Schemas['Webhook'] | null; onClose(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const [secret, setSecret] = useState<string | null>(null);
  const draft = useDraft<Given>(
    { url: webhook?.url ?? 'https://', events: webhook?.events ?? [] },
    webhook?.version ?? 0,
  );
  const send = async (body: Given, ifMatch: string) => {
    if (webhook === null) setSecret((await api.POST(WEBHOOKS, { body })).data!.secret);
    else {
      const params = { path: { id: webhook.id }, header: { 'If-Match': ifMatch } };
      await api.PATCH('/api/v1/webhooks/{id}', { params, body });
      onClose();
    }
  };
  const save = useSaving(draft, WEBHOOKS, send);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft.value);
  };
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />;
  return (
    <Dialog
      title={t(webhook === null ? 'webhooks.create' : 'webhooks.change')}
      isOpen
      onClose={onClose}
      isWide
    >
      <Form className={form.form} onSubmit={submit} validationErrors={faultsOf(save.error)}>
        <TextField
          name="url"
          type="url"
          label={t('webhooks.url')}
          hint={t('webhooks.urlHint')}
          value={draft.value.url}
          onChange={(url) => draft.change({ ...draft.value, url: url.trim() })}
          isRequired
          autoFocus
        />
        <EventFields
          value={draft.value.events}
          onChange={(events) => draft.change({ ...draft.value, events })}
        />
        <Refused error={save.error} />
        <Submit onCancel={onClose} isPending={save.isPending}>
          {t(webhook === null ? 'webhooks.createDo' : 'common:save')}
        </Submit>
      </Form>
    </Dialog>
  );
}

/** All events of some kinds, and single types beside. */
function EventFields({ value, onChange }: { value: string[]; onChange(value: string[]): void }) {
  const { t } = useTranslation('administration');
  const families = FAMILIES.filter((family) => value.includes(familyOf(family)));
  const isFamily = (event: string) => FAMILIES.some((family) => familyOf(family) === event);
  const single = value.filter((event) => !isFamily(event));
  return (
    <>
      <ChooseSome
        label={t('webhooks.events')}
        hint={t('webhooks.eventsHint')}
        choices={FAMILIES.map((key) => ({ key, label: t(`webhooks.family.${key}`) }))}
        value={families}
        onChange={(chosen) => onChange([...chosen.map(familyOf), ...single])}
      />
      <WordsBox
        name="events"
        label={t('webhooks.single')}
        hint={t('webhooks.singleHint')}
        value={single}
        onChange={(events) => onChange([...families.map(familyOf), ...events])}
      />
    </>
  );
}
