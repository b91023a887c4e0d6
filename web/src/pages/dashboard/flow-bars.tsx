import { scaleBand, scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n';
import styles from './dashboard.module.css';

const WIDTH = 600;
const HEIGHT = 40;

interface Bar {
  name: string;
  value: number;
}

/** One step over time, as bars. The table below says the same in numbers. */
export function FlowBars({ label, bars, most }: { label: string; bars: Bar[]; most: number }) {
  const { t } = useTranslation('dashboard');
  const formats = useFormats();
  const x = scaleBand<number>([0, WIDTH])
    .domain(bars.map((_, i) => i))
    .paddingInner(0.2);
  const y = scaleLinear([0, most], [0, HEIGHT - 1]);
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  const peak = bars.reduce((best, bar) => (bar.value > best.value ? bar : best), { name: '', value: 0 });
  const said =
    total === 0
      ? t('flow.none', { step: label })
      : t('flow.said', { step: label, total, peak: peak.value, when: peak.name });
  return (
    <div className={styles.step}>
      <span className={styles.stepName} aria-hidden="true">
        {label}
      </span>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={styles.base} />
        {bars.map(({ name, value }, i) => (
          <g key={name}>
            <rect x={x(i)} y="0" width={x.bandwidth()} height={HEIGHT} className={styles.hover}>
              <title>{`${name}: ${formats.number(value)}`}</title>
            </rect>
            <rect
              x={x(i)}
              y={HEIGHT - y(value)}
              width={x.bandwidth()}
              height={y(value)}
              className={styles.oneBar}
            />
          </g>
        ))}
      </svg>
      <span className={styles.stepTotal} aria-hidden="true">
        {formats.number(total)}
      </span>
    </div>
  );
}
