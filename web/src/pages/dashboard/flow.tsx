import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks } from '../../api/client';
import { useFormats } from '../../i18n';
import { Select } from '../../parts/fields';
import { Section, Shown } from '../../parts/page';
import styles from './dashboard.module.css';
import { FlowBars } from './flow-bars';
import { BUCKETS, type Bucket, type Flow, stepOf, STEPS } from './flow-steps';
import { FlowTable } from './flow-table';

/** How claims flowed through the desk, by hour, day or week. */
export function FlowSection() {
  const { t } = useTranslation('dashboard');
  const [bucket, setBucket] = useState<Bucket>('day');
  const flow = hooks.useQuery(
    'get',
    '/api/v1/stats/timeline',
    { params: { query: { bucket } } },
    // What is shown stays until the other is there, and an opened table stays open.
    { placeholderData: keepPreviousData },
  );
  return (
    <Section
      title={t('flow.title')}
      actions={
        <Select<Bucket>
          label={t('flow.by')}
          isLabelUnseen
          choices={BUCKETS.map((key) => ({ key, label: t(`flow.${key}`) }))}
          value={bucket}
          onChange={setBucket}
        />
      }
    >
      <Shown of={flow}>{(shown) => <FlowShown buckets={shown.buckets} bucket={shown.bucket} />}</Shown>
    </Section>
  );
}

function FlowShown({ buckets, bucket }: { buckets: Flow[]; bucket: Bucket }) {
  const { t } = useTranslation('dashboard');
  const nameOf = useBucketName(bucket);
  // One scale for all of them, so that they can be compared.
  const most = Math.max(1, ...buckets.flatMap((flow) => STEPS.map((step) => stepOf(flow, step))));
  return (
    <>
      <div className={styles.flow}>
        {STEPS.map((step) => (
          <FlowBars
            key={step}
            label={t(`flow.step.${step}`)}
            bars={buckets.map((flow) => ({ name: nameOf(flow.start), value: stepOf(flow, step) }))}
            most={most}
          />
        ))}
        <p className={styles.axis} aria-hidden="true">
          <span>{buckets[0] && nameOf(buckets[0].start)}</span>
          <span>{t('flow.utc')}</span>
          <span>{buckets.length > 1 && nameOf(buckets.at(-1)!.start)}</span>
        </p>
      </div>
      <details className={styles.details}>
        <summary>{t('flow.asTable')}</summary>
        <FlowTable buckets={buckets} bucket={bucket} nameOf={nameOf} />
      </details>
    </>
  );
}

/** Hours, days and weeks are those of UTC. */
function useBucketName(bucket: Bucket): (start: string) => string {
  const { i18n } = useTranslation();
  const formats = useFormats();
  if (bucket !== 'hour') return (start) => formats.date(start.slice(0, 10));
  const hour = new Intl.DateTimeFormat(i18n.language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return (start) => hour.format(new Date(start));
}
