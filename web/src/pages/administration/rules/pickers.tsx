import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks } from '../../../api/client';
import { PickSome } from '../kit/pick-some';
import { useParties } from './names';

interface PickerProps {
  value: string[];
  nameOf(id: string): string;
  onChange(value: string[]): void;
}

export function PartyPicker(props: PickerProps) {
  const { t } = useTranslation('administration');
  const [typed, type] = useState('');
  const parties = useParties();
  const found = (parties.data?.items ?? []).filter(({ name }) =>
    name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  );
  return (
    <PickSome
      {...props}
      label={t('rules.parties')}
      hint={t('rules.partiesHint')}
      typed={typed}
      onType={type}
      found={found}
    />
  );
}

export function SourcePicker(props: PickerProps) {
  const { t } = useTranslation('administration');
  const [typed, type] = useState('');
  const name = useDeferredValue(typed.trim());
  const sources = hooks.useQuery(
    'get',
    '/api/v1/sources',
    { params: { query: { limit: 20, ...(name !== '' && { name }) } } },
    { placeholderData: (before) => before },
  );
  return (
    <PickSome
      {...props}
      label={t('rules.sources')}
      hint={t('rules.sourcesHint')}
      typed={typed}
      onType={type}
      found={sources.data?.items ?? []}
    />
  );
}
