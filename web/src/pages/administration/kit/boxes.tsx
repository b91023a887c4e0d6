import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, TextField } from '../../../parts/fields';
import styles from './form.module.css';

interface NumberBoxProps {
  label: string;
  hint?: string;
  name?: string;
  /** Null: nothing is given. */
  value: number | null;
  onChange(value: number | null): void;
  min: number;
  max: number;
  isRequired?: boolean;
}

/**
 * A whole number. What is typed and is none stays to be seen, and nothing is saved with it. (The library's own field writes
 * markup to be heard, which the policy of the page forbids.)
 */
export function NumberBox({ value, onChange, min, max, ...props }: NumberBoxProps) {
  const { t } = useTranslation('administration');
  const [typed, setTyped] = useState<string | null>(null);
  const isFine = (text: string) =>
    text === '' ? !props.isRequired : /^-?\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  const change = (text: string) => {
    setTyped(text);
    if (isFine(text.trim())) onChange(text.trim() === '' ? null : Number(text));
  };
  return (
    <TextField
      {...props}
      inputMode="numeric"
      value={typed ?? (value === null ? '' : String(value))}
      onChange={change}
      onBlur={() => typed !== null && isFine(typed.trim()) && setTyped(null)}
      validate={(text) => (isFine(text.trim()) ? null : t('wholeNumber', { min, max }))}
    />
  );
}

interface WordsBoxProps {
  label: string;
  hint?: string;
  name: string;
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Several words, with commas between them. */
export function WordsBox({ value, onChange, ...props }: WordsBoxProps) {
  const [text, setText] = useState(value.join(', '));
  const change = (typed: string) => {
    setText(typed);
    onChange([...new Set(typed.split(',').map((word) => word.trim()))].filter((word) => word !== ''));
  };
  return <TextField {...props} value={text} onChange={change} />;
}

/** A choice of yes or no, with a line that says what it means. */
export function Choosing({
  value,
  onChange,
  label,
  hint,
}: {
  value: boolean;
  onChange(value: boolean): void;
  label: string;
  hint: string;
}) {
  return (
    <div className={styles.checked}>
      <Checkbox isSelected={value} onChange={onChange}>
        {label}
      </Checkbox>
      <p className={styles.quiet}>{hint}</p>
    </div>
  );
}

/** Some out of a few. */
export function ChooseSome<Key extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  choices: readonly { key: Key; label: ReactNode }[];
  value: readonly Key[];
  onChange(value: Key[]): void;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles.quiet}>{hint}</p>}
      <div className={styles.choices}>
        {choices.map(({ key, label: text }) => (
          <Checkbox
            key={key}
            isSelected={value.includes(key)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...value, key] : value.filter((other) => other !== key))
            }
          >
            {text}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
