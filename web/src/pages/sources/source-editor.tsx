import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, isRefusal } from '../../api/client';
import { readSourcesAgain } from '../../claim/again';
import type { Source } from '../../claim/every';
import { changeOf, draftOf } from '../../claim/source-draft';
import { SourceFields } from '../../claim/source-fields';
import { fieldErrors } from '../../claim/source-form';
import { Submit } from '../../parts/dialog';
import { Problem } from '../../parts/page';
import { notify } from '../../shell/notices';
import styles from './sources.module.css';

/**
 * Only what was changed here is sent. Where somebody else changed the source meanwhile, the person is told, and saving
 * again puts their changes onto the newest version.
 */
export function SourceEditor({ source, onClose }: { source: Source; onClose(): void }) {
  const { t } = useTranslation(['sources', 'common']);
  const [opened] = useState(() => draftOf(source));
  const [version, setVersion] = useState(source.version);
  const [draft, setDraft] = useState(opened);
  const save = useMutation({
    mutationFn: async () =>
      (
        await api.PATCH('/api/v1/sources/{id}', {
          params: { path: { id: source.id }, header: { 'If-Match': `"${version}"` } },
          body: changeOf(opened, draft),
        })
      ).data!,
    onSuccess: async (saved) => {
      if (saved.partyCreated) notify(t('sources:partyCreated', { party: saved.party }));
      await readSourcesAgain();
      onClose();
    },
    onError: async (error) => {
      if (!isRefusal(error, 'version.stale')) return;
      const { data } = await api.GET('/api/v1/sources/{id}', { params: { path: { id: source.id } } });
      setVersion(data!.version);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Form className={styles.form} onSubmit={submit} validationErrors={fieldErrors(save.error)}>
      <SourceFields draft={draft} onChange={setDraft} isWhole />
      {isRefusal(save.error, 'version.stale') ? (
        <p role="alert" className={styles.stale}>
          {t('sources:stale')}
        </p>
      ) : (
        <Problem error={save.error} />
      )}
      <Submit onCancel={onClose} isPending={save.isPending}>
        {t('common:save')}
      </Submit>
    </Form>
  );
}
