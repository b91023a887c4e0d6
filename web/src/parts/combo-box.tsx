import { useState } from 'react';
import {
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import own from './combo-box.module.css';
import styles from './fields.module.css';

export interface Option {
  id: string;
  label: string;
  /** What tells it from others of a like name. */
  detail?: string;
}

interface ComboBoxProps {
  label: string;
  hint?: string | undefined;
  name?: string;
  options: readonly Option[];
  /** The id of what is chosen; with `takesAnyText` the text itself. */
  value: string | null;
  onChange(value: string | null): void;
  isRequired?: boolean;
  takesAnyText?: boolean;
}

/** More would be scrolled through by nobody: who types on finds theirs. */
const SHOWN_AT_MOST = 50;

/** One out of many: what is typed narrows the list. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hint, options, value, onChange, takesAnyText = false, ...rest } = props;
  const chosen = options.find(({ id }) => id === value);
  const shownText = takesAnyText ? (value ?? '') : (chosen?.label ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shownText;
  const found = matching(options, typed ?? '', value);
  const type = (next: string) => {
    setTyped(next);
    if (takesAnyText) onChange(next === '' ? null : next);
    else if (next === '') onChange(null);
  };
  return (
    <AriaComboBox
      {...rest}
      className={styles.field}
      items={found}
      inputValue={text}
      onInputChange={type}
      value={takesAnyText ? null : value}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option === undefined) return;
        setTyped(null);
        onChange(takesAnyText ? option.label : option.id);
      }}
      onBlur={() => setTyped(null)}
      allowsCustomValue={takesAnyText}
      menuTrigger="focus"
    >
      <Label className={styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Input className={styles.input} dir="auto" />
      <FieldError className={styles.error} />
      <Popover className={styles.popover}>
        <ListBox<Option> className={styles.list}>
          {({ id, label: text, detail }) => (
            <ListBoxItem id={id} textValue={text} className={styles.item}>
              <bdi>{text}</bdi>
              {detail !== undefined && (
                <span className={own.detail} dir="auto">
                  {detail}
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** With what is chosen always among them: a combo box forgets what its list does not have. */
function matching(options: readonly Option[], typed: string, value: string | null): Option[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const of = ({ label, detail = '' }: Option) => `${label} ${detail}`.toLocaleLowerCase();
  const found = options.filter((option) => of(option).includes(wanted)).slice(0, SHOWN_AT_MOST);
  const chosen = options.find(({ id }) => id === value);
  return chosen === undefined || found.includes(chosen) ? found : [...found, chosen];
}
