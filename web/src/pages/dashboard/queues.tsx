import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useServerNow } from '../../api/clock';
import type { Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import { LinkButton } from '../../parts/button';
import { Empty, Section, Shown } from '../../parts/page';
import { useSession } from '../../session/session';
import styles from './dashboard.module.css';
import { NumberLink } from './figure';
import { listOf, MINUTE_MS, useQueuesStats } from './reads';

/** What waits in each queue, and since when. */
export function Queues() {
  const { t } = useTranslation('dashboard');
  const stats = useQueuesStats();
  return (
    <Section title={t('queues.title')}>
      <Shown of={stats}>
        {({ queues }) => (queues.length === 0 ? <NoQueues /> : <QueueTable queues={queues} />)}
      </Shown>
    </Section>
  );
}

function NoQueues() {
  const { t } = useTranslation('dashboard');
  const { may } = useSession();
  return (
    <Empty>
      <p>{t('queues.none')}</p>
      {may('queue.manage') && <LinkButton href="/administration">{t('queues.make')}</LinkButton>}
    </Empty>
  );
}

function QueueTable({ queues }: { queues: Schemas['QueueStats'][] }) {
  const { t } = useTranslation('dashboard');
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('queues.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('queues.queue')}</th>
            <th scope="col" className={styles.right}>
              {t('queues.waiting')}
            </th>
            <th scope="col" className={styles.right}>
              {t('queues.atWork')}
            </th>
            <th scope="col" className={styles.right}>
              {t('queues.overdue')}
            </th>
            <th scope="col">{t('queues.oldest')}</th>
            <th scope="col">{t('queues.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((stats) => (
            <QueueLine key={stats.queue.id} stats={stats} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueLine({ stats }: { stats: Schemas['QueueStats'] }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const now = useServerNow(MINUTE_MS);
  const { queue, waiting, offered, leased, held, overdue, oldestWaitingSince, timeToDecision } = stats;
  const of = (filter: Record<string, string>) => listOf({ queueId: queue.id, ...filter });
  return (
    <tr>
      <th scope="row">
        <Link href={of({})} dir="auto">
          {queue.name}
        </Link>
      </th>
      <td className={styles.right}>
        <NumberLink
          value={waiting}
          href={of({ status: 'queued', sort: 'rank' })}
          label={t('queues.waiting')}
        />
      </td>
      <td className={styles.right}>
        <NumberLink
          value={offered + leased + held}
          href={of({ status: 'in_review' })}
          label={t('queues.atWork')}
        />
      </td>
      <td className={styles.right} data-urgent={overdue > 0 || undefined}>
        <NumberLink
          value={overdue}
          href={of({ dueBefore: 'now', sort: 'dueAt' })}
          label={t('queues.overdue')}
        />
      </td>
      <td>
        {oldestWaitingSince === null ? (
          <span className={styles.quiet}>–</span>
        ) : (
          <Link href={of({ status: 'queued', sort: 'rank' })}>
            {formats.relative(oldestWaitingSince, now)}
          </Link>
        )}
      </td>
      <td>
        {timeToDecision.medianSeconds === null ? (
          <span className={styles.quiet}>–</span>
        ) : (
          formats.length(timeToDecision.medianSeconds * 1000)
        )}
      </td>
    </tr>
  );
}
