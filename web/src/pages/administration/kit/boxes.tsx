import { type ReactNode, useState } from 'react';
import { NumberField } from 'react-aria-components/NumberField';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { Checkbox, TextField } from '../../../parts/fields';
import fields from '../../../parts/fields.module.css';
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

/** A whole number. */
export function NumberBox({ label, hint, value, onChange, min, max, ...props }: NumberBoxProps) {
  return (
    <NumberField
      {...props}
      className={fields.field}
      value={value ?? NaN}
      onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
    >
      <Label className={fields.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={fields.hint}>
          {hint}
        </Text>
      )}
      <Input className={fields.input} />
      <FieldError className={fields.error} />
    </NumberField>
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
