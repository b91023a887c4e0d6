import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../api/client';
import { useFormats } from '../i18n';
import { Shown } from '../parts/page';
import { CorroborationBadge } from '../parts/words';
import { type Source, useSources, useStatements, useTimeline } from './every';
import { Origins } from './origins';
import { Excluded, Replaced, Unplaced } from './origins-aside';
import { useQuantity } from './quantity';
import styles from './corroboration-panel.module.css';
import { TimeSlider } from './time-slider';
import { stopsOf } from './time-stops';

type Corroboration = Schemas['Corroboration'];

/** While a job counts anew what was placed anew, the answer is asked for again until it is no longer stale. */
const ASK_AGAIN_MS = 1000;

/** What follows from the statements and why, now and at any moment before. */
export function CorroborationPanel({ claimId }: { claimId: string }) {
  const present = useCorroboration(claimId, null);
  return <Shown of={present}>{(now) => <ThroughTime claimId={claimId} present={now} />}</Shown>;
}

function useCorroboration(claimId: string, asOf: string | null) {
  return hooks.useQuery(
    'get',
    '/api/v1/claims/{id}/corroboration',
    { params: { path: { id: claimId }, ...(asOf !== null && { query: { asOf } }) } },
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.stale ? ASK_AGAIN_MS : false),
    },
  );
}

function ThroughTime({ claimId, present }: { claimId: string; present: Corroboration }) {
  const [openedAt] = useState(() => new Date());
  // How many stops from the end: when something new happens, now stays now.
  const [back, setBack] = useState(0);
  const timeline = useTimeline(claimId);
  const stops = stopsOf(timeline.data ?? [], present.status, openedAt);
  const place = Math.max(0, stops.length - 1 - back);
  const asOf = stops[place]!.at;
  const then = useCorroboration(claimId, asOf);
  return (
    <div className={styles.panel}>
      {timeline.data !== undefined && (
        <TimeSlider stops={stops} value={place} onChange={(to) => setBack(stops.length - 1 - to)} />
      )}
      <Shown of={then}>
        {(answer) => <Answer claimId={claimId} answer={answer} isNow={asOf === null} />}
      </Shown>
    </div>
  );
}

const NO_SOURCES: ReadonlyMap<string, Source> = new Map();

/** One answer of the rule, explained. */
function Answer({ claimId, answer, isNow }: { claimId: string; answer: Corroboration; isNow: boolean }) {
  const { t } = useTranslation('claim');
  const formats = useFormats();
  const statements = useStatements(claimId).data ?? [];
  const sources =
    useSources([
      ...answer.unplacedSources,
      ...answer.origins.flatMap(({ sources: ids, roots }) => [...ids, ...roots]),
    ]).data ?? NO_SOURCES;
  const known = { statements, sources };
  return (
    <div className={styles.answer} role="group" aria-label={t('corroboration.answer')}>
      <p className={styles.status}>
        <CorroborationBadge status={answer.status} isStale={answer.stale} /> <Summary answer={answer} />
      </p>
      <p className={styles.rule}>
        {t('corroboration.rule', { rule: answer.rule, count: answer.threshold })}{' '}
        {!isNow && t('corroboration.then', { at: formats.moment(answer.asOf) })}
      </p>
      <Origins origins={answer.origins} {...known} />
      <Quantities ranges={answer.quantities} />
      <Unplaced claimId={claimId} ids={answer.unplacedSources} sources={sources} isNow={isNow} />
      <Excluded statementIds={answer.excluded.map(({ statementId }) => statementId)} {...known} />
      <Replaced replaced={answer.replaced} {...known} />
    </div>
  );
}

/** The server's own sentence, which is English; in other languages the counts that it is made of. */
function Summary({ answer: { summary, support, oppose, divided } }: { answer: Corroboration }) {
  const { t, i18n } = useTranslation('claim');
  if (i18n.language === 'en') return <span>{summary}</span>;
  const counts = [
    t('corroboration.support', { count: support }),
    t('corroboration.oppose', { count: oppose }),
    ...(divided > 0 ? [t('corroboration.divided', { count: divided })] : []),
  ];
  return <span>{counts.join(', ')}.</span>;
}

function Quantities({ ranges }: { ranges: Schemas['QuantityRange'][] }) {
  const { t } = useTranslation('claim');
  const quantity = useQuantity();
  if (ranges.length === 0) return null;
  return (
    <ul>
      {ranges.map((range) => (
        <li key={range.unit}>
          {range.agree
            ? t('corroboration.agree', { quantity: quantity(range) })
            : t('corroboration.disagree', { unit: range.unit })}
        </li>
      ))}
    </ul>
  );
}
