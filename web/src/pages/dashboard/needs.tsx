import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useServerNow } from '../../api/clock';
import { useFormats } from '../../i18n';
import { Section, Shown } from '../../parts/page';
import { useSession } from '../../session/session';
import styles from './dashboard.module.css';
import { Figure } from './figure';
import { listOf, MINUTE_MS, useClaimStats, useQueuesStats } from './reads';

/** What waits for somebody: late, in dispute, not looked at yet. */
export function Needs() {
  const { t } = useTranslation('dashboard');
  const { may } = useSession();
  const claims = useClaimStats();
  const queues = useQueuesStats();
  return (
    <Section title={t('needs.title')}>
      <Shown of={claims}>
        {({ byStatus }) => (
          <Shown of={queues}>
            {(stats) => (
              <div className={styles.figures}>
                <Figure
                  value={sum(stats.queues.map(({ overdue }) => overdue))}
                  href={listOf({ dueBefore: 'now', sort: 'dueAt' })}
                  label={t('needs.overdue')}
                  isUrgent
                />
                <Figure
                  value={byStatus['adjudication'] ?? 0}
                  href={listOf({ status: 'adjudication', sort: 'dueAt' })}
                  label={t('needs.adjudication')}
                  isUrgent={may('review.adjudicate')}
                />
                <Figure
                  value={byStatus['triage'] ?? 0}
                  href={listOf({ status: 'triage', sort: 'createdAt' })}
                  label={t('needs.triage')}
                />
                <Figure
                  value={byStatus['queued'] ?? 0}
                  href={listOf({ status: 'queued', sort: 'rank' })}
                  label={t('needs.queued')}
                />
                <Figure
                  value={byStatus['on_hold'] ?? 0}
                  href={listOf({ status: 'on_hold' })}
                  label={t('needs.onHold')}
                />
              </div>
            )}
          </Shown>
        )}
      </Shown>
      <p className={styles.ways}>
        <Oldest
          since={oldestOf(queues.data?.queues.map(({ oldestWaitingSince }) => oldestWaitingSince) ?? [])}
        />
        <Link href={listOf({ assignee: 'me' })}>{t('needs.mine')}</Link>
      </p>
    </Section>
  );
}

function Oldest({ since }: { since: string | null }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const now = useServerNow(MINUTE_MS);
  if (since === null) return <span>{t('needs.nothingWaits')}</span>;
  return (
    <Link href={listOf({ status: 'queued', sort: 'rank' })}>
      {t('needs.oldest', { since: formats.relative(since, now) })}
    </Link>
  );
}

function oldestOf(moments: (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
