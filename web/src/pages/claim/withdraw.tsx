import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { api, type Schemas } from '../../api/client';
import { changed, faultsOf, Refused } from '../../claim/refused';
import { Dialog, Submit } from '../../parts/dialog';
import { TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import styles from './claim-page.module.css';

/** Takes a publication back; its page says so from then on. */
export function Withdraw({ publication, onClose }: { publication: Schemas['Publication']; onClose(): void }) {
  const { t } = useTranslation('claim');
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      api.POST('/api/v1/publications/{id}/withdraw', {
        params: { path: { id: publication.id } },
        body: { reason },
      }),
    onSuccess: async () => {
      onClose();
      await changed(publication.claimId);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    withdraw.mutate(textOf(event.currentTarget, 'reason'));
  };
  return (
    <Dialog title={t('publish.withdraw')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(withdraw.error)}>
        <p>{t('publish.withdrawText')}</p>
        <TextField name="reason" label={t('move.reason')} isRequired autoFocus />
        <Refused error={withdraw.error} names={['reason']} />
        <Submit onCancel={onClose} isPending={withdraw.isPending} isDanger>
          {t('publish.withdraw')}
        </Submit>
      </Form>
    </Dialog>
  );
}
