import { useTranslation } from 'react-i18next';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Mark } from '../kit/list';
import styles from './imports.module.css';

type Import = Schemas['Import'];
const KINDS = { running: 'warn', done: 'good', failed: 'bad' } as const;

/** Whether it runs, is done or failed, and whether it only tries. */
export function StateMark({ of: { state, dryRun } }: { of: Import }) {
  const { t } = useTranslation('administration');
  return (
    <>
      <Mark kind={KINDS[state]}>{t(`imports.state.${state}`)}</Mark>
      {dryRun && <Mark>{t('imports.dryRun')}</Mark>}
    </>
  );
}

/** How many of the rows that were received have an outcome. */
export function Progress({ of: { rows, created, updated, unchanged, refused } }: { of: Import }) {
  const { t } = useTranslation('administration');
  const { number } = useFormats();
  const done = created + updated + unchanged + refused;
  return (
    <ProgressBar className={styles.progress} value={done} minValue={0} maxValue={Math.max(rows, 1)}>
      {({ percentage = 0 }) => (
        <>
          <Label>{t('imports.progress', { done: number(done), rows: number(rows) })}</Label>
          <div className={styles.track}>
            <div className={styles.filled} style={{ inlineSize: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
