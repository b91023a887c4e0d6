import { useTranslation } from 'react-i18next';
import { Said } from '../../parts/words';
import styles from './claims.module.css';
import type { BulkTarget, Hindrance, Plan } from './plan';

/** What will happen, and to which of them nothing, and why. */
export function BulkSummary({ plan: { moves, stays }, to }: { plan: Plan; to: BulkTarget }) {
  const { t } = useTranslation(['claims', 'common']);
  const status = t(`common:status.${to}`);
  return (
    <div className={styles.summary}>
      <p>{moves.length > 0 ? t('bulk.willMove', { count: moves.length, status }) : t('bulk.noneWillMove')}</p>
      {stays.length > 0 && (
        <>
          <p>{t('bulk.willStay', { count: stays.length })}</p>
          <ul className={styles.outcomes}>
            {stays.map(({ row, hindrance }) => (
              <li key={row.id}>
                <span className={styles.short}>
                  <Said lang={row.language}>{row.text}</Said>
                </span>
                <WhyNot hindrance={hindrance} status={status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function WhyNot({ hindrance, status: to }: { hindrance: Hindrance; status: string }) {
  const { t } = useTranslation(['claims', 'common']);
  if (hindrance.why === 'already') return <span className={styles.why}>{t('bulk.why.already', { to })}</span>;
  const from = t(`common:status.${hindrance.from}`);
  const text =
    hindrance.why === 'heldFrom'
      ? t('bulk.why.heldFrom', { from: t(`common:status.${hindrance.heldFrom}`) })
      : hindrance.why === 'role'
        ? t('bulk.why.role', { from, to, role: t(`common:role.${hindrance.role}`) })
        : t(`bulk.why.${hindrance.why}`, { from, to });
  return <span className={styles.why}>{text}</span>;
}
