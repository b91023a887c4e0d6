import { useTranslation } from 'react-i18next';
import { ComboBox } from '../parts/combo-box';
import { useAllSources } from './all-sources';

interface SourceBoxProps {
  label: string;
  hint?: string;
  name?: string;
  value: string | null;
  onChange(id: string | null): void;
  isRequired?: boolean;
  /** One that may not be chosen, such as the source itself. */
  except?: string;
}

/** One of the workspace's sources, found by its name, kind or party. */
export function SourceBox({ except, ...props }: SourceBoxProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useAllSources();
  const collator = new Intl.Collator(i18n.language);
  const options = data
    .filter(({ id }) => id !== except)
    .map(({ id, name, kind, party }) => ({
      id,
      label: name,
      detail: [t(`kind.${kind}`), party].filter((word) => word !== null).join(' · '),
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
  return <ComboBox {...props} options={options} />;
}
