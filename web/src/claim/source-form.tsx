import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, isRefusal, type Schemas } from '../api/client';
import { Submit } from '../parts/dialog';
import { Problem } from '../parts/page';
import { notify } from '../shell/notices';
import { readSourcesAgain } from './again';
import { NO_SOURCE, type SourceDraft, sourceOf } from './source-draft';
import { SourceFields } from './source-fields';
import styles from './source-form.module.css';

interface SourceFormProps {
  onEntered(source: Schemas['PlacedSource']): void;
  onCancel(): void;
  isWhole?: boolean;
  /** What was typed already where it was looked for. */
  named?: string;
}

/** A source that is not on the record yet. */
export function SourceForm({ onEntered, onCancel, isWhole = false, named = '' }: SourceFormProps) {
  const { t } = useTranslation('sources');
  const [draft, setDraft] = useState<SourceDraft>({ ...NO_SOURCE, name: named });
  const enter = useMutation({
    mutationFn: async () => (await api.POST('/api/v1/sources', { body: sourceOf(draft) })).data!,
    onSuccess: async (source) => {
      await readSourcesAgain();
      if (source.partyCreated) notify(t('partyCreated', { party: source.party }));
      onEntered(source);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // In a dialog it would reach the form behind it as well.
    event.stopPropagation();
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Form className={styles.form} onSubmit={submit} validationErrors={fieldErrors(enter.error)}>
      <SourceFields draft={draft} onChange={setDraft} isWhole={isWhole} />
      <Problem error={enter.error} />
      <Submit onCancel={onCancel} isPending={enter.isPending}>
        {t('enter')}
      </Submit>
    </Form>
  );
}

/** What a refusal says of single fields, for a Form whose fields are named as the API names them. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isRefusal(error)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
