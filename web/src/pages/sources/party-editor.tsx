import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../api/client';
import { readSourcesAgain } from '../../claim/again';
import { fieldErrors } from '../../claim/source-form';
import { Dialog, Submit } from '../../parts/dialog';
import { TextField } from '../../parts/fields';
import { Problem } from '../../parts/page';
import styles from './sources.module.css';

export function PartyEditor({ party, onClose }: { party: Schemas['Party']; onClose(): void }) {
  const { t } = useTranslation(['sources', 'common']);
  const [name, setName] = useState(party.name);
  const [aliases, setAliases] = useState(party.aliases.join('\n'));
  const save = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/parties/{id}', {
        params: { path: { id: party.id }, header: { 'If-Match': `"${party.version}"` } },
        body: {
          name: name.trim(),
          aliases: aliases
            .split('\n')
            .map((alias) => alias.trim())
            .filter((alias) => alias !== ''),
        },
      }),
    onSuccess: async () => {
      await readSourcesAgain();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={t('sources:parties.edit')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={fieldErrors(save.error)}>
        <TextField
          name="name"
          label={t('sources:name')}
          value={name}
          onChange={setName}
          maxLength={500}
          isRequired
          autoFocus
        />
        <TextField
          name="aliases"
          label={t('sources:parties.aliases')}
          hint={t('sources:parties.aliasesHint')}
          value={aliases}
          onChange={setAliases}
          lines={4}
        />
        <Problem error={save.error} />
        <Submit onCancel={onClose} isPending={save.isPending}>
          {t('common:save')}
        </Submit>
      </Form>
    </Dialog>
  );
}
