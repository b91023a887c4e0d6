import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { readSourcesAgain } from '../../claim/again';
import { useAllSources } from '../../claim/every';
import { ComboBox } from '../../parts/combo-box';
import { Button } from '../../parts/button';
import { Actions, Dialog } from '../../parts/dialog';
import { Problem } from '../../parts/page';

interface PartyMergerProps {
  party: Schemas['Party'];
  parties: readonly Schemas['Party'][];
  onClose(): void;
}

/** Two names for one party become one; what that does is said before it is done, as it cannot be taken back. */
export function PartyMerger({ party, parties, onClose }: PartyMergerProps) {
  const { t } = useTranslation(['sources', 'common']);
  const { data = [] } = useAllSources();
  const [into, setInto] = useState<string | null>(null);
  const stays = parties.find(({ id }) => id === into);
  const merge = useMutation({
    mutationFn: (id: string) =>
      api.POST('/api/v1/parties/{id}/merge', { params: { path: { id: party.id } }, body: { into: id } }),
    onSuccess: async () => {
      await readSourcesAgain();
      onClose();
    },
  });
  return (
    <Dialog title={t('sources:parties.mergeOf', { name: party.name })} isOpen onClose={onClose}>
      <ComboBox
        label={t('sources:parties.into')}
        options={parties
          .filter(({ id }) => id !== party.id)
          .map(({ id, name, aliases }) => ({ id, label: name, detail: aliases.join(', ') }))}
        value={into}
        onChange={setInto}
      />
      {stays !== undefined && (
        <p>
          {t('sources:parties.summary', {
            count: data.filter(({ partyId }) => partyId === party.id).length,
            from: party.name,
            into: stays.name,
          })}
        </p>
      )}
      <Problem error={merge.error} />
      <Actions>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="danger"
          onPress={() => into !== null && merge.mutate(into)}
          isDisabled={into === null}
          isPending={merge.isPending}
        >
          {t('sources:parties.merge')}
        </Button>
      </Actions>
    </Dialog>
  );
}
