import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api } from '../api/client';
import { Dialog, Submit } from '../parts/dialog';
import { TextField } from '../parts/fields';
import { textOf } from '../parts/form';
import styles from './evidence.module.css';
import { changed, faultsOf, Refused } from './refused';

/** Says that an item of evidence is no longer where it was, and why one thinks so. */
export function GoneDialog(props: { evidenceId: string; claimId: string; onClose(): void }) {
  const { t } = useTranslation('claim');
  const { evidenceId, claimId, onClose } = props;
  const mark = useMutation({
    mutationFn: (reason: string) =>
      api.POST('/api/v1/evidence/{id}/gone', { params: { path: { id: evidenceId } }, body: { reason } }),
    onSuccess: async () => {
      onClose();
      await changed(claimId);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mark.mutate(textOf(event.currentTarget, 'reason'));
  };
  return (
    <Dialog title={t('evidence.markGone')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(mark.error)}>
        <TextField name="reason" label={t('evidence.goneReason')} isRequired autoFocus />
        <Refused error={mark.error} names={['reason']} />
        <Submit onCancel={onClose} isPending={mark.isPending}>
          {t('evidence.markGone')}
        </Submit>
      </Form>
    </Dialog>
  );
}
