import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useScale } from '../../api/scale';
import { Section, Shown } from '../../parts/page';
import type { CorroborationStatus, Status } from '../../parts/words';
import styles from './dashboard.module.css';
import { Figure } from './figure';
import { Tally, type TallyLine } from './tally';
import { listOf, useClaimStats } from './reads';

const STATUSES: readonly Status[] = [
  'triage',
  'queued',
  'in_review',
  'adjudication',
  'decided',
  'published',
  'on_hold',
  'closed',
];
const CORROBORATIONS: readonly CorroborationStatus[] = [
  'contested',
  'corroborated',
  'single_source',
  'retracted',
  'denied',
  'unsourced',
];

/** How many claims there are, by where they are, what the record says and what was decided. */
export function Counts() {
  const { t } = useTranslation('dashboard');
  const claims = useClaimStats();
  return (
    <Section title={t('counts.title')}>
      <Shown of={claims}>
        {(stats) => (
          <>
            <Figure value={stats.total} href="/claims" label={t('counts.total', { count: stats.total })} />
            <div className={styles.tallies}>
              <ByStatus stats={stats} />
              <ByCorroboration stats={stats} />
              <ByRating stats={stats} />
            </div>
          </>
        )}
      </Shown>
    </Section>
  );
}

type Stats = Schemas['ClaimStats'];

function ByStatus({ stats: { byStatus } }: { stats: Stats }) {
  const { t } = useTranslation(['dashboard', 'common']);
  const lines: TallyLine[] = STATUSES.map((status) => ({
    key: status,
    label: t(`common:status.${status}`),
    value: byStatus[status] ?? 0,
    href: listOf({ status }),
  }));
  return <Tally title={t('counts.byStatus')} lines={lines} />;
}

function ByCorroboration({ stats: { byCorroboration } }: { stats: Stats }) {
  const { t } = useTranslation(['dashboard', 'common']);
  const lines: TallyLine[] = CORROBORATIONS.map((corroboration) => ({
    key: corroboration,
    label: t(`common:corroboration.${corroboration}`),
    value: byCorroboration[corroboration] ?? 0,
    href: listOf({ corroboration }),
  }));
  return <Tally title={t('counts.byCorroboration')} lines={lines} />;
}

/** In the order of the scale; what was rated by a scale of before comes last. */
function ByRating({ stats: { byRating } }: { stats: Stats }) {
  const { t } = useTranslation('dashboard');
  const { ratings, nameOf, colourOf } = useScale();
  const order = new Set([...ratings.map(({ key }) => key), ...Object.keys(byRating)]);
  const lines: TallyLine[] = [...order].map((rating) => ({
    key: rating,
    label: nameOf(rating),
    value: byRating[rating] ?? 0,
    href: listOf({ rating }),
    colour: colourOf(rating),
  }));
  return <Tally title={t('counts.byRating')} lines={lines} />;
}
