import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { Button } from '../../parts/button';
import { Actions, Dialog } from '../../parts/dialog';
import { Shown } from '../../parts/page';
import { BulkForm, useWanted } from './bulk-form';
import { BulkOutcome } from './bulk-outcome';
import { useBulkRun } from './bulk-run';
import { BulkSummary } from './bulk-summary';
import type { Row } from './claim-row-data';
import styles from './claims.module.css';
import { type BulkTarget, planOf } from './plan';

interface BulkDialogProps {
  to: BulkTarget;
  rows: Row[];
  onMoved(row: Row): void;
  /** Whether something was done. */
  onClose(isDone: boolean): void;
}

/** Moving several claims: what will happen, then how it goes, then what came of it. */
export function BulkDialog({ to, rows: chosen, onMoved, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['claims', 'common']);
  // What was agreed to is done, whatever the list shows meanwhile.
  const [rows] = useState(chosen);
  const workflow = hooks.useQuery('get', '/api/v1/workflow', {}, { staleTime: Infinity });
  const form = useWanted(to);
  const { run, start, retry } = useBulkRun(onMoved);
  const close = () => run.state !== 'running' && onClose(run.state === 'done');
  return (
    <Dialog title={t(`bulk.title.${to}`, { count: rows.length })} isOpen onClose={close}>
      <Shown of={workflow}>
        {({ transitions }) => {
          if (run.state !== 'waiting')
            return <BulkOutcome run={run} onRetry={() => void retry(form.wanted)} onClose={close} />;
          const plan = planOf(rows, to, transitions);
          const submit = (event: FormEvent) => {
            event.preventDefault();
            void start(plan.moves, form.wanted);
          };
          return (
            <form className={styles.form} onSubmit={submit}>
              {plan.moves.length > 0 && <BulkForm to={to} form={form} />}
              <BulkSummary plan={plan} to={to} />
              <Actions>
                <Button onPress={close}>{t('common:cancel')}</Button>
                {plan.moves.length > 0 && (
                  <Button type="submit" variant="primary">
                    {t('bulk.do', { count: plan.moves.length })}
                  </Button>
                )}
              </Actions>
            </form>
          );
        }}
      </Shown>
    </Dialog>
  );
}
