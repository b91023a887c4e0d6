import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { Problem } from '../parts/page';
import fields from '../parts/fields.module.css';
import { type Source, useAllSources } from './every';
import styles from './source-picker.module.css';

/** More than anybody reads; who wants another one types more of its name. */
const SHOWN = 50;
const NEW = 'new';

interface SourcePickerProps {
  label: string;
  hint?: string;
  /** The id of the chosen source goes with the form under this name. */
  name?: string;
  /** The id of the chosen source. */
  value: string | null;
  onChange(source: Source | null): void;
  isRequired?: boolean;
  /** The label is there for who cannot see, and the context shows it to the others. */
  isLabelUnseen?: boolean;
  /** Offers to enter what was typed as a new source. */
  onNew?(name: string): void;
}

/** Finds a source by what its name contains. */
export function SourcePicker({ value, onChange, onNew, ...props }: SourcePickerProps) {
  const { t } = useTranslation(['claim', 'common']);
  const { data: sources = [], error } = useAllSources();
  const chosen = sources.find(({ id }) => id === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.name ?? '';
  const found = withChosen(matching(sources, typed ?? ''), chosen);
  const isNew = onNew !== undefined && typed !== null && typed.trim() !== '' && !named(found, typed);
  const pick = (key: string | number | null) => {
    if (key === NEW) onNew?.(text.trim());
    else onChange(sources.find(({ id }) => id === key) ?? null);
    setTyped(null);
  };
  const type = (now: string) => {
    setTyped(now === chosen?.name ? null : now);
    if (now === '' && value !== null) onChange(null);
  };
  return (
    <>
      <ComboBox
        className={fields.field}
        isRequired={props.isRequired ?? false}
        {...(props.name !== undefined && { name: props.name })}
        items={[...found, ...(isNew ? [NEW_ITEM] : [])]}
        value={value}
        onChange={pick}
        inputValue={text}
        onInputChange={type}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className={props.isLabelUnseen ? 'unseen' : fields.label}>{props.label}</Label>
        {props.hint !== undefined && (
          <Text slot="description" className={fields.hint}>
            {props.hint}
          </Text>
        )}
        <div className={styles.row}>
          <Input className={fields.input} placeholder={t('picker.placeholder')} dir="auto" />
          <Button className={styles.open}>▾</Button>
        </div>
        <FieldError className={fields.error} />
        <Popover className={fields.popover}>
          <ListBox<Item>
            className={fields.list}
            renderEmptyState={() => <p className={styles.none}>{t('picker.none')}</p>}
          >
            {(item) => <Choice item={item} typed={text} />}
          </ListBox>
        </Popover>
      </ComboBox>
      <Problem error={error} />
    </>
  );
}

type Item = Source | typeof NEW_ITEM;
const NEW_ITEM = { id: NEW, name: NEW, kind: null, party: null } as const;

function Choice({ item, typed }: { item: Item; typed: string }) {
  const { t } = useTranslation(['claim', 'common']);
  const isNew = item.kind === null;
  return (
    <ListBoxItem
      id={item.id}
      textValue={isNew ? typed : item.name}
      className={`${fields.item} ${styles.item}`}
    >
      {isNew ? (
        t('picker.new', { name: typed.trim() })
      ) : (
        <>
          <bdi>{item.name}</bdi>
          <small>
            <bdi>{item.party ?? t('picker.noParty')}</bdi> · {t(`common:kind.${item.kind}`)}
          </small>
        </>
      )}
    </ListBoxItem>
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLocaleLowerCase();
}

/** What is chosen stays in the list: a combo box empties its text when it is not there. */
function withChosen(found: Source[], chosen: Source | undefined): Source[] {
  return chosen === undefined || found.includes(chosen) ? found : [...found, chosen];
}

/** Those whose name starts with it first. */
function matching(sources: Source[], typed: string): Source[] {
  const wanted = plain(typed);
  const place = ({ name }: Source) => plain(name).indexOf(wanted);
  return sources
    .filter((source) => place(source) >= 0)
    .sort((a, b) => Math.sign(place(a)) - Math.sign(place(b)))
    .slice(0, SHOWN);
}

function named(sources: Source[], typed: string): boolean {
  return sources.some(({ name }) => plain(name) === plain(typed));
}
