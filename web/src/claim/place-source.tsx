import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { Form } from 'react-aria-components/Form';
import { api } from '../api/client';
import { Dialog, Submit } from '../parts/dialog';
import fields from '../parts/fields.module.css';
import { notify } from '../shell/notices';
import { type Source, useParties } from './every';
import { changed, faultsOf, Refused } from './refused';

/** Names the party that a source speaks for; claims it spoke on are counted anew. */
export function PlaceSource({
  claimId,
  source,
  onClose,
}: {
  claimId: string;
  source: Source;
  onClose(): void;
}) {
  const { t } = useTranslation('claim');
  const [party, setParty] = useState('');
  const place = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/sources/{id}', {
        params: { path: { id: source.id }, header: { 'If-Match': `"${source.version}"` } },
        body: { party: party.trim() },
      }),
    onSuccess: async () => {
      notify(t('unplaced.done', { name: source.name, party: party.trim() }));
      onClose();
      await changed(claimId);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    place.mutate();
  };
  return (
    <Dialog title={t('unplaced.dialog', { name: source.name })} isOpen onClose={onClose}>
      <Form className={fields.field} onSubmit={submit} validationErrors={faultsOf(place.error)}>
        <PartyField value={party} onChange={setParty} />
        <p className={fields.hint}>{t('unplaced.hint')}</p>
        <Refused error={place.error} names={['party']} />
        <Submit onCancel={onClose} isPending={place.isPending}>
          {t('unplaced.save')}
        </Submit>
      </Form>
    </Dialog>
  );
}

/** A party that is known, or another name, which makes one. */
function PartyField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useTranslation('claim');
  const { data: parties = [] } = useParties();
  return (
    <ComboBox
      className={fields.field}
      name="party"
      inputValue={value}
      onInputChange={onChange}
      defaultItems={parties}
      allowsCustomValue
      isRequired
      autoFocus
    >
      <Label className={fields.label}>{t('unplaced.party')}</Label>
      <Input className={fields.input} dir="auto" />
      <FieldError className={fields.error} />
      <Popover className={fields.popover}>
        <ListBox<(typeof parties)[number]> className={fields.list}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={fields.item}>
              <bdi>{name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
