import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../api/client';
import { instantOf, MomentField, momentOf } from '../../claim/moment-field';
import { QuantityFields, quantityOf } from '../../claim/quantity-fields';
import { changed, faultsOf, Refused } from '../../claim/refused';
import { SourcePicker } from '../../claim/source-picker';
import { Dialog, Submit } from '../../parts/dialog';
import { Fields, TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import styles from './claim-page.module.css';

type Claim = Schemas['Claim'];
const NAMES = [
  'text',
  'language',
  'topics',
  'eventTime',
  'place',
  'appearances',
  'claimantId',
  'quantity.min',
  'quantity.max',
  'quantity.unit',
  'externalId',
  'priority',
  'dueAt',
];

/** Changes what people entered of a claim. */
export function EditClaim({ claim, onClose }: { claim: Claim; onClose(): void }) {
  const { t } = useTranslation(['claim', 'common']);
  const [claimantId, setClaimantId] = useState(claim.claimantId);
  const [version] = useState(claim.version);
  const edit = useMutation({
    mutationFn: (body: Schemas['ClaimChange']) =>
      api.PATCH('/api/v1/claims/{id}', {
        params: { path: { id: claim.id }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    onSuccess: async () => {
      onClose();
      await changed(claim.id);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const change = {
      ...fieldsOf(event.currentTarget, claim),
      ...(claimantId !== claim.claimantId && { claimantId }),
    };
    if (Object.keys(change).length === 0) onClose();
    else edit.mutate(change);
  };
  return (
    <Dialog title={t('edit.title')} isOpen onClose={onClose} isWide>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(edit.error)}>
        <TextField name="text" label={t('edit.text')} lines={3} defaultValue={claim.text} isRequired />
        <Fields>
          <TextField
            name="language"
            label={t('head.language')}
            hint={t('languageHint')}
            defaultValue={claim.language}
            isRequired
          />
          <TextField
            name="topics"
            label={t('head.topics')}
            hint={t('edit.topicsHint')}
            defaultValue={claim.topics.join(', ')}
          />
          <TextField name="place" label={t('head.place')} defaultValue={claim.place ?? ''} />
        </Fields>
        <MomentField name="eventTime" label={t('head.eventTime')} value={claim.eventTime} />
        <SourcePicker
          name="claimantId"
          label={t('head.claimant')}
          value={claimantId}
          onChange={(source) => setClaimantId(source?.id ?? null)}
        />
        <TextField
          name="appearances"
          label={t('head.appearances')}
          hint={t('edit.appearancesHint')}
          lines={2}
          defaultValue={claim.appearances.map(({ url }) => url).join('\n')}
        />
        <QuantityFields value={claim.quantity} />
        <TextField
          name="priority"
          type="number"
          label={t('head.priority')}
          defaultValue={`${claim.priority}`}
        />
        <MomentField name="dueAt" label={t('head.due')} value={claim.dueAt} />
        <TextField name="externalId" label={t('head.externalId')} defaultValue={claim.externalId ?? ''} />
        <Refused error={edit.error} names={NAMES} />
        <Submit onCancel={onClose} isPending={edit.isPending}>
          {t('common:save')}
        </Submit>
      </Form>
    </Dialog>
  );
}

/** Only what is another than it was, so that what others changed meanwhile is not undone. */
function fieldsOf(form: HTMLFormElement, claim: Claim): Schemas['ClaimChange'] {
  const now = {
    text: textOf(form, 'text'),
    language: textOf(form, 'language'),
    topics: split(textOf(form, 'topics'), ','),
    place: textOf(form, 'place') || null,
    eventTime: momentOf(form, 'eventTime'),
    appearances: split(textOf(form, 'appearances'), '\n').map((url) => ({
      url,
      publishedAt: claim.appearances.find((one) => one.url === url)?.publishedAt ?? null,
    })),
    quantity: quantityOf(form),
    externalId: textOf(form, 'externalId') || null,
    priority: Number(textOf(form, 'priority')),
    dueAt: instantOf(form, 'dueAt'),
  };
  const before = { ...claim, eventTime: toMinute(claim.eventTime), dueAt: toMinute(claim.dueAt) };
  const isOther = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof now]);
  return Object.fromEntries(Object.entries(now).filter(isOther));
}

/** The fields have no seconds, and what was not touched is not changed. */
function toMinute(moment: string | null): string | null {
  if (moment === null || moment.length === 10) return moment;
  const at = new Date(moment);
  at.setSeconds(0, 0);
  return at.toISOString();
}

function split(text: string, by: string): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
