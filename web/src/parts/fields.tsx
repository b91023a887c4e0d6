import type { InputEvent, ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox';
import {
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select';
import { FieldError } from 'react-aria-components/FieldError';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import styles from './fields.module.css';

interface Labelled {
  label: string;
  /** One line that says what belongs here. */
  hint?: string | undefined;
}

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, Labelled {
  /** More than one: a text area of so many lines. */
  lines?: number;
  placeholder?: string;
}

/**
 * What was wrong goes away while it is mended. Were it only when the field is left, the button below would move away from
 * under the pointer that is pressing it.
 */
function settle({ currentTarget: input }: InputEvent<HTMLInputElement | HTMLTextAreaElement>) {
  if (input.getAttribute('aria-invalid') !== 'true') return;
  const { valid, customError } = input.validity;
  if (valid || customError) input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A field for text. What the server says of it is shown when it stands in the `validationErrors` of the Form around. */
export function TextField({ label, hint, lines = 1, placeholder, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={styles.field}>
      <Label className={styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      {lines === 1 ? (
        <Input className={styles.input} placeholder={placeholder} dir="auto" onInput={settle} />
      ) : (
        <TextArea
          className={styles.input}
          rows={lines}
          placeholder={placeholder}
          dir="auto"
          onInput={settle}
        />
      )}
      <FieldError className={styles.error} />
    </AriaTextField>
  );
}

export interface Choice<Key extends string> {
  key: Key;
  label: string;
}

interface SelectProps<Key extends string> extends Labelled {
  choices: readonly Choice<Key>[];
  /** Null while nothing is chosen. */
  value: Key | null;
  onChange(key: Key): void;
  name?: string;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** The label is there for who cannot see, and the context shows it to the others. */
  isLabelUnseen?: boolean;
}

/** One out of a few. */
export function Select<Key extends string>(props: SelectProps<Key>) {
  const { label, hint, choices, value, onChange, isLabelUnseen, ...rest } = props;
  return (
    <AriaSelect
      {...rest}
      className={styles.field}
      value={value}
      onChange={(key) => key !== null && onChange(key as Key)}
    >
      <Label className={isLabelUnseen ? 'unseen' : styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Button className={styles.input}>
        <SelectValue className={styles.value} />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldError className={styles.error} />
      <Popover className={styles.popover}>
        <ListBox className={styles.list} items={choices.map(({ key, label: text }) => ({ id: key, text }))}>
          {({ id, text }) => (
            <ListBoxItem id={id} textValue={text} className={styles.item}>
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Checkbox({
  children,
  ...props
}: Omit<CheckboxProps, 'className' | 'children'> & { children?: ReactNode }) {
  return (
    <AriaCheckbox {...props} className={styles.checkbox}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isIndeterminate ? '–' : isSelected ? '✓' : ''}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

/** Fields beside one another where there is room. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
