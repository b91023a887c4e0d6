import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormats } from '../../i18n';
import styles from './dashboard.module.css';
import { type Bucket, type Flow, stepOf, STEPS } from './flow-steps';
import { listOf } from './reads';

const LENGTH_MS: Record<Bucket, number> = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };

interface FlowTableProps {
  buckets: Flow[];
  bucket: Bucket;
  nameOf(start: string): string;
}

/** The same flow in numbers, the newest first; each time leads to the claims that were entered then. */
export function FlowTable({ buckets, bucket, nameOf }: FlowTableProps) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const enteredIn = (start: string) =>
    listOf({
      // The API counts what comes after the moment; a bucket begins with it.
      createdAfter: new Date(Date.parse(start) - 1).toISOString(),
      createdBefore: new Date(Date.parse(start) + LENGTH_MS[bucket]).toISOString(),
    });
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('flow.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`flow.${bucket}`)}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col" className={styles.right}>
                {t(`flow.step.${step}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.toReversed().map((flow) => (
            <tr key={flow.start}>
              <th scope="row">
                <Link href={enteredIn(flow.start)}>{nameOf(flow.start)}</Link>
              </th>
              {STEPS.map((step) => (
                <td key={step} className={styles.right} data-none={stepOf(flow, step) === 0 || undefined}>
                  {formats.number(stepOf(flow, step))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
