import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hooks, type Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import { Empty, Section, Shown } from '../../parts/page';
import styles from './dashboard.module.css';
import { NumberLink } from './figure';
import { listOf } from './reads';

/** What each reviewer has in hand, and has done of late. */
export function Load() {
  const { t } = useTranslation('dashboard');
  const stats = hooks.useQuery('get', '/api/v1/stats/reviewers', {});
  return (
    <Section title={t('load.title')}>
      <Shown of={stats}>
        {({ reviewers }) =>
          reviewers.length === 0 ? (
            <Empty>
              <p>{t('load.none')}</p>
            </Empty>
          ) : (
            <LoadTable reviewers={reviewers} />
          )
        }
      </Shown>
    </Section>
  );
}

function LoadTable({ reviewers }: { reviewers: Schemas['ReviewerStats'][] }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('load.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('load.reviewer')}</th>
            {(['inHand', 'decided', 'declined', 'expired'] as const).map((key) => (
              <th key={key} scope="col" className={styles.right}>
                {t(`load.${key}`)}
              </th>
            ))}
            <th scope="col">{t('queues.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ member, offered, leased, held, decided, declined, expired, timeToDecision }) => (
            <tr key={member.id}>
              <th scope="row">
                <Link href={listOf({ assignee: member.id })} dir="auto">
                  {member.name}
                </Link>
              </th>
              <td className={styles.right}>
                <NumberLink
                  value={offered + leased + held}
                  href={listOf({ assignee: member.id })}
                  label={t('load.inHand')}
                />
              </td>
              {Object.entries({ decided, declined, expired }).map(([key, value]) => (
                <td key={key} className={styles.right} data-none={value === 0 || undefined}>
                  {formats.number(value)}
                </td>
              ))}
              <td>
                {timeToDecision.medianSeconds === null
                  ? '–'
                  : formats.length(timeToDecision.medianSeconds * 1000)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
