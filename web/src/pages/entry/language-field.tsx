import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n';
import { TextField } from '../../parts/fields';

interface LanguageFieldProps {
  label: string;
  name: string;
  value: string;
  onChange(tag: string): void;
  isRequired?: boolean;
}

/** A language by its tag; the name of what is typed stands under it. */
export function LanguageField({ label, name, value, onChange, isRequired = false }: LanguageFieldProps) {
  const { t } = useTranslation('entry');
  const { language } = useFormats();
  const tag = value.trim();
  const known = tag === '' ? tag : language(tag);
  return (
    <TextField
      name={name}
      label={label}
      hint={known === tag ? t('languageHint') : known}
      value={value}
      onChange={onChange}
      maxLength={35}
      isRequired={isRequired}
    />
  );
}
