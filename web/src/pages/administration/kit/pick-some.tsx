import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Button } from '../../../parts/button';
import fields from '../../../parts/fields.module.css';
import { Said } from '../../../parts/words';
import styles from './form.module.css';

interface PickSomeProps {
  label: string;
  hint: string;
  /** The ids that are picked. */
  value: string[];
  nameOf(id: string): string;
  onChange(value: string[]): void;
  typed: string;
  onType(text: string): void;
  /** What fits what is typed. */
  found: { id: string; name: string }[];
}

/** Some out of many, found by their names. */
export function PickSome({ label, hint, value, nameOf, onChange, typed, onType, found }: PickSomeProps) {
  const { t } = useTranslation('administration');
  return (
    <div className={styles.checked}>
      <ComboBox
        className={fields.field}
        items={found.filter(({ id }) => !value.includes(id))}
        inputValue={typed}
        onInputChange={onType}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onChange([...value, String(id)]);
          onType('');
        }}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className={fields.label}>{label}</Label>
        <Text slot="description" className={fields.hint}>
          {hint}
        </Text>
        <Input className={fields.input} dir="auto" />
        <AriaButton className="unseen">{t('choose')}</AriaButton>
        <Popover className={fields.popover}>
          <ListBox<{ id: string; name: string }>
            className={fields.list}
            renderEmptyState={() => <p className={styles.quiet}>{t('nothingFound')}</p>}
          >
            {({ id, name }) => (
              <ListBoxItem id={id} textValue={name} className={fields.item}>
                <Said>{name}</Said>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {value.length > 0 && (
        <ul className={styles.picked} aria-label={label}>
          {value.map((id) => (
            <li key={id}>
              <Button
                aria-label={t('removeOf', { name: nameOf(id) })}
                onPress={() => onChange(value.filter((other) => other !== id))}
              >
                <Said>{nameOf(id)}</Said> ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
