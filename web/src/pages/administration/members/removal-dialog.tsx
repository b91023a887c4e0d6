import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Confirm } from '../../../parts/dialog';
import { refresh } from '../kit/saving';
import { Refused } from '../kit/refused';

/** Asks before a member loses their place, and says what becomes of what they are at. */
export function RemovalDialog({ member, onClose }: { member: Schemas['Member']; onClose(): void }) {
  const { t } = useTranslation('administration');
  const { id, name, kind } = member;
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/members/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await refresh('/api/v1/members', '/api/v1/api-keys');
      onClose();
    },
  });
  return (
    <Confirm
      title={t('members.removeOf', { name })}
      isOpen
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      confirm={t('members.removeDo')}
      isPending={remove.isPending}
      isDanger
    >
      <p>{t(kind === 'person' ? 'members.removePerson' : 'members.removeProgram')}</p>
      <p>{t('members.removeStays')}</p>
      <Refused error={remove.error} />
    </Confirm>
  );
}
