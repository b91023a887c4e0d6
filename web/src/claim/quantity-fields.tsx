import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Fields, TextField } from '../parts/fields';
import { textOf } from '../parts/form';

/** A range and its unit; a bound that is left empty is open. */
export function QuantityFields({ value = null }: { value?: Schemas['Quantity'] | null }) {
  const { t } = useTranslation('claim');
  const bound = (number: number | null | undefined) =>
    number === null || number === undefined ? '' : `${number}`;
  return (
    <Fields>
      <TextField
        name="quantity.min"
        type="number"
        label={t('quantity.min')}
        hint={t('quantity.hint')}
        defaultValue={bound(value?.min)}
      />
      <TextField
        name="quantity.max"
        type="number"
        label={t('quantity.max')}
        defaultValue={bound(value?.max)}
      />
      <TextField
        name="quantity.unit"
        label={t('quantity.unit')}
        defaultValue={value?.unit ?? ''}
        maxLength={100}
      />
    </Fields>
  );
}

/** Null when nothing of it was typed; without a unit the server says what is missing. */
export function quantityOf(form: HTMLFormElement): Schemas['QuantityGiven'] | null {
  const [min, max, unit] = ['min', 'max', 'unit'].map((name) => textOf(form, `quantity.${name}`));
  if (min === '' && max === '' && unit === '') return null;
  const bound = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text));
  return { min: bound(min), max: bound(max), unit: unit ?? '' };
}
