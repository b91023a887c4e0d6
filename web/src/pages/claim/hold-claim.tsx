import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import type { Schemas } from '../../api/client';
import { instantOf, MomentField } from '../../claim/moment-field';
import { faultsOf, Refused } from '../../claim/refused';
import { Dialog, Submit } from '../../parts/dialog';
import { TextField } from '../../parts/fields';
import { textOf } from '../../parts/form';
import styles from './claim-page.module.css';
import { useMove } from './use-move';

/** Sets the claim aside, until a moment or until somebody takes it up again. */
export function HoldClaim({ claim, onClose }: { claim: Schemas['Claim']; onClose(): void }) {
  const { t } = useTranslation('claim');
  const move = useMove(claim, onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    move.mutate({
      to: 'on_hold',
      holdUntil: instantOf(form, 'holdUntil'),
      reason: textOf(form, 'reason') || null,
    });
  };
  return (
    <Dialog title={t('move.on_hold')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(move.error)}>
        <MomentField name="holdUntil" label={t('move.holdUntil')} />
        <TextField name="reason" label={t('move.reason')} />
        <Refused error={move.error} names={['holdUntil', 'reason']} />
        <Submit onCancel={onClose} isPending={move.isPending}>
          {t('move.on_hold')}
        </Submit>
      </Form>
    </Dialog>
  );
}
