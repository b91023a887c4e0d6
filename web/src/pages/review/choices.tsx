import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useScale } from '../../api/scale';
import { useShortcut } from '../../shell/shortcuts';
import type { Confidence } from './drafts';
import styles from './review.module.css';

const CONFIDENCES: readonly { key: Confidence; shortcut: string }[] = [
  { key: 'low', shortcut: 'l' },
  { key: 'moderate', shortcut: 'm' },
  { key: 'high', shortcut: 'h' },
];

interface ChoicesProps<Key extends string> {
  value: Key | null;
  onChange(key: Key): void;
  isMissing: boolean;
  fieldName: string;
}

/** The scale, with a number key for each of the first nine ratings. */
export function RatingChoice({ value, onChange, isMissing, fieldName }: ChoicesProps<string>) {
  const { t } = useTranslation('review');
  const { ratings, nameOf, colourOf } = useScale();
  return (
    <Choices label={t('form.rating')} {...{ value, onChange, fieldName, isMissing }} isColumn>
      {ratings.map(({ key }, index) => (
        <Choice
          key={key}
          value={key}
          label={nameOf(key)}
          shortcut={index < 9 ? String(index + 1) : undefined}
          onChoose={onChange}
        >
          <svg className={styles.colour} viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="5" fill={colourOf(key) ?? 'none'} />
          </svg>
        </Choice>
      ))}
    </Choices>
  );
}

export function ConfidenceChoice({ value, onChange, isMissing, fieldName }: ChoicesProps<Confidence>) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation();
  return (
    <Choices
      label={t('form.confidence')}
      {...{ value, fieldName, isMissing }}
      onChange={(key) => onChange(key as Confidence)}
    >
      {CONFIDENCES.map(({ key, shortcut }) => (
        <Choice
          key={key}
          value={key}
          label={common(`confidence.${key}`)}
          shortcut={shortcut}
          onChoose={onChange}
        />
      ))}
    </Choices>
  );
}

function Choices({
  label,
  isColumn = false,
  fieldName,
  value,
  onChange,
  isMissing,
  children,
}: ChoicesProps<string> & { label: string; isColumn?: boolean; children: ReactNode }) {
  const { t } = useTranslation('review');
  return (
    <RadioGroup
      className={styles.choices}
      value={value}
      onChange={onChange}
      isInvalid={isMissing}
      validationBehavior="aria"
      data-column={isColumn || undefined}
      data-field={fieldName}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.options}>{children}</div>
      <FieldError className={styles.error}>{t('form.choose')}</FieldError>
    </RadioGroup>
  );
}

interface ChoiceProps<Key extends string> {
  value: Key;
  label: string;
  shortcut: string | undefined;
  onChoose(key: Key): void;
  children?: ReactNode;
}

function Choice<Key extends string>({ value, label, shortcut, onChoose, children }: ChoiceProps<Key>) {
  const choose = useCallback(() => onChoose(value), [onChoose, value]);
  useShortcut(shortcut ?? '', label, choose, shortcut !== undefined);
  return (
    <Radio value={value} className={styles.choice}>
      <span className={styles.dot} aria-hidden="true" />
      {children}
      <span>{label}</span>
      {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
    </Radio>
  );
}
