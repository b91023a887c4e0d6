import { useTranslation } from 'react-i18next';
import { Group } from 'react-aria-components/Group';
import { TextField } from '../../parts/fields';
import { type Moment } from './moment';
import styles from './entry.module.css';

interface MomentFieldProps {
  label: string;
  name: string;
  value: Moment;
  onChange(value: Moment): void;
}

/** A day, and the time of day where it is known. */
export function MomentField({ label, name, value, onChange }: MomentFieldProps) {
  const { t } = useTranslation('entry');
  return (
    <Group className={styles.moment} aria-label={label}>
      <TextField
        type="date"
        name={name}
        label={label}
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
      />
      {value.date !== '' && (
        <TextField
          type="time"
          label={t('time')}
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      )}
    </Group>
  );
}
