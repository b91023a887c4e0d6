import { useTranslation } from 'react-i18next';
import { Fields, TextField } from '../parts/fields';
import { textOf } from '../parts/form';

/** A day, and when it is known the time of that day, as the reader's clock has it. */
export function MomentField({
  name,
  label,
  value,
  isRequired = false,
}: {
  name: string;
  label: string;
  value?: string | null;
  isRequired?: boolean;
}) {
  const { t } = useTranslation('claim');
  const [day, time] = partsOf(value ?? '');
  return (
    <Fields>
      <TextField name={name} type="date" label={label} defaultValue={day} isRequired={isRequired} />
      <TextField name={`${name}-time`} type="time" label={t('moment.time', { label })} defaultValue={time} />
    </Fields>
  );
}

function partsOf(value: string): [string, string] {
  if (value.length <= 10) return [value, ''];
  const at = new Date(value);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}

/** `2024-10-24`, or a moment when a time was given; null when nothing was. */
export function momentOf(form: HTMLFormElement, name: string): string | null {
  const day = textOf(form, name);
  const time = textOf(form, `${name}-time`);
  if (day === '') return null;
  return time === '' ? day : new Date(`${day}T${time}`).toISOString();
}

/** The same where only a moment is taken: a day alone is its end, as the reader's clock has days. */
export function instantOf(form: HTMLFormElement, name: string): string | null {
  const moment = momentOf(form, name);
  return moment?.length === 10 ? new Date(`${moment}T23:59`).toISOString() : moment;
}
