import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormats } from '../../i18n';
import styles from './sources.module.css';

interface IntervalProps {
  share: number;
  interval: Schemas['Interval'];
}

/** A share with how far it may be from the truth: few cases make a long line. */
export function Interval({ share, interval: { low, high } }: IntervalProps) {
  const { t } = useTranslation('sources');
  const { percent } = useFormats();
  return (
    <span className={styles.interval}>
      <svg viewBox="-3 0 106 12" aria-hidden="true">
        <line x1="0" x2="100" y1="6" y2="6" className={styles.whole} />
        <line x1={low * 100} x2={high * 100} y1="6" y2="6" className={styles.within} />
        <circle cx={share * 100} cy="6" r="3.5" className={styles.share} />
      </svg>
      <span>{t('record.interval', { share: percent(share), low: percent(low), high: percent(high) })}</span>
    </span>
  );
}
