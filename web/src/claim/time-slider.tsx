import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n';
import { Button } from '../parts/button';
import type { CorroborationStatus } from '../parts/words';
import { type Stop, stretchesOf } from './time-stops';
import styles from './time-slider.module.css';

interface TimeSliderProps {
  stops: Stop[];
  /** The place of the chosen stop; the last is now. */
  value: number;
  onChange(place: number): void;
}

/** The status over time, drawn, and a slider through it. */
export function TimeSlider({ stops, value, onChange }: TimeSliderProps) {
  const { t } = useTranslation(['claim', 'common']);
  const id = useId();
  const last = stops.length - 1;
  const words = useStopWords();
  const earlier = stops.findLastIndex(({ isChange }, place) => isChange && place < value);
  const later = stops.findIndex(({ isChange }, place) => isChange && place > value);
  return (
    <div className={styles.slider}>
      <Lanes stops={stops} value={value} />
      <div className={styles.track}>
        <label htmlFor={id}>{t('time.label')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          value={value}
          aria-valuetext={words(stops[value]!)}
          onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        />
      </div>
      <div className={styles.steps}>
        <output htmlFor={id}>{words(stops[value]!)}</output>
        <Button variant="quiet" isDisabled={earlier < 0} onPress={() => onChange(earlier)}>
          {t('time.earlier')}
        </Button>
        <Button
          variant="quiet"
          isDisabled={value === last}
          onPress={() => onChange(later < 0 ? last : later)}
        >
          {t('time.later')}
        </Button>
        <Button variant="quiet" isDisabled={value === last} onPress={() => onChange(last)}>
          {t('time.now')}
        </Button>
      </div>
    </div>
  );
}

function useStopWords(): (stop: Stop) => string {
  const { t } = useTranslation(['claim', 'common']);
  const formats = useFormats();
  return ({ at, status }) => {
    const named = t(`common:corroboration.${status}`);
    return at === null
      ? t('time.asOfNow', { status: named })
      : t('time.asOf', { at: formats.moment(at), status: named });
  };
}

/** One lane for each status that occurred. The slider says the same in words, stop by stop. */
function Lanes({ stops, value }: Pick<TimeSliderProps, 'stops' | 'value'>) {
  const { t } = useTranslation('common');
  const stretches = stretchesOf(stops);
  const lanes = [...new Set(stretches.map(({ status }) => status))].sort(
    (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
  const last = Math.max(1, stops.length - 1);
  const percent = (place: number) => `${(place / last) * 100}%`;
  return (
    <div className={styles.lanes} aria-hidden="true">
      {lanes.map((lane) => (
        <div key={lane} className={styles.lane}>
          <span>{t(`corroboration.${lane}`)}</span>
          <div className={styles.line}>
            {stretches
              .filter(({ status }) => status === lane)
              .map(({ from, to }) => (
                <i
                  key={from}
                  data-status={lane}
                  style={{ insetInlineStart: percent(from), inlineSize: percent(Math.min(to, last) - from) }}
                />
              ))}
            <b style={{ insetInlineStart: percent(value) }} />
          </div>
        </div>
      ))}
    </div>
  );
}

const ORDER: CorroborationStatus[] = [
  'corroborated',
  'single_source',
  'contested',
  'denied',
  'retracted',
  'unsourced',
];
