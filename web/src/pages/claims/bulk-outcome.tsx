import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/client';
import { Button } from '../../parts/button';
import { Actions } from '../../parts/dialog';
import { Said } from '../../parts/words';
import { isChangedMeanwhile, type Run } from './bulk-run';
import styles from './claims.module.css';

/** How far it is, and what came of it: of what was refused, why, and once more if that is wanted. */
export function BulkOutcome({ run, onRetry, onClose }: { run: Run; onRetry(): void; onClose(): void }) {
  const { t } = useTranslation(['claims', 'common']);
  const { state, total, moved, refused } = run;
  const done = moved.length + refused.length;
  return (
    <>
      <p role="status">
        {state === 'running' ? t('bulk.progress', { done, total }) : t('bulk.moved', { count: moved.length })}
      </p>
      {state === 'running' && <progress value={done} max={total} aria-label={t('bulk.label')} />}
      {refused.length > 0 && (
        <>
          <p>{t('bulk.refused', { count: refused.length })}</p>
          <ul className={styles.outcomes}>
            {refused.map(({ row, error }) => (
              <li key={row.id}>
                <span className={styles.short}>
                  <Said lang={row.language}>{row.text}</Said>
                </span>
                <WhyRefused error={error} />
              </li>
            ))}
          </ul>
        </>
      )}
      {state === 'done' && (
        <Actions>
          {refused.length > 0 && (
            <Button onPress={onRetry}>{t('bulk.retry', { count: refused.length })}</Button>
          )}
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('common:close')}
          </Button>
        </Actions>
      )}
    </>
  );
}

function WhyRefused({ error }: { error: unknown }) {
  const { t } = useTranslation(['claims', 'common']);
  const text = isChangedMeanwhile(error)
    ? t('bulk.changed')
    : !isRefusal(error) || error.status === 0
      ? t('common:unreachable')
      : error.detail;
  return <span className={styles.why}>{text}</span>;
}
