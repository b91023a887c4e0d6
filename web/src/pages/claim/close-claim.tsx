import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components/Form';
import { hooks, type Schemas } from '../../api/client';
import { faultsOf, Refused } from '../../claim/refused';
import { Dialog, Submit } from '../../parts/dialog';
import { Select, TextField } from '../../parts/fields';
import styles from './claim-page.module.css';
import { useMove } from './use-move';

const REASONS = ['duplicate', 'not_checkable', 'out_of_scope', 'withdrawn'] as const;

/** Closes the claim, with why; of a duplicate, of which claim. */
export function CloseClaim({ claim, onClose }: { claim: Schemas['Claim']; onClose(): void }) {
  const { t } = useTranslation(['claim', 'common']);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('not_checkable');
  const [original, setOriginal] = useState<string | null>(null);
  const move = useMove(claim, onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    move.mutate({
      to: 'closed',
      reason,
      ...(reason === 'duplicate' && original !== null && { duplicateOf: original }),
    });
  };
  return (
    <Dialog title={t('move.closed')} isOpen onClose={onClose}>
      <Form className={styles.form} onSubmit={submit} validationErrors={faultsOf(move.error)}>
        <Select
          name="reason"
          label={t('move.why')}
          choices={REASONS.map((key) => ({ key, label: t(`common:closedReason.${key}`) }))}
          value={reason}
          onChange={(key) => setReason(key)}
        />
        {reason === 'duplicate' && <Original claim={claim} value={original} onChange={setOriginal} />}
        <Refused error={move.error} names={['reason', 'duplicateOf']} />
        <Submit onCancel={onClose} isPending={move.isPending} isDanger>
          {t('move.closed')}
        </Submit>
      </Form>
    </Dialog>
  );
}

interface OriginalProps {
  claim: Schemas['Claim'];
  value: string | null;
  onChange(id: string | null): void;
}

/** Which claim says the same: found by words, the most alike to begin with. */
function Original({ claim, value, onChange }: OriginalProps) {
  const { t } = useTranslation('claim');
  const [text, setText] = useState('');
  const wanted = text.trim() || claim.text.slice(0, 1500);
  const { data } = hooks.useQuery('get', '/api/v1/claims/similar', { params: { query: { text: wanted } } });
  const found = (data?.items ?? []).map((item) => item.claim).filter(({ id }) => id !== claim.id);
  return (
    <>
      <TextField label={t('move.findOriginal')} value={text} onChange={setText} />
      {found.length === 0 ? (
        <p className={styles.quiet}>{t('move.noOriginal')}</p>
      ) : (
        <Select
          name="duplicateOf"
          label={t('move.duplicateOf')}
          choices={found.map(({ id, text: said }) => ({ key: id, label: said.slice(0, 200) }))}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  );
}
