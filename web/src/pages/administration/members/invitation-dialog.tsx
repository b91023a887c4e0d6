import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFormats } from '../../../i18n';
import { Button } from '../../../parts/button';
import { Actions, Dialog } from '../../../parts/dialog';
import { ShownOnce } from '../kit/shown-once';
import { Refused } from '../kit/refused';

/** A link by which a member chooses a password. */
export function InvitationDialog({ member, onClose }: { member: Schemas['Member']; onClose(): void }) {
  const { t } = useTranslation(['administration', 'common']);
  const { moment } = useFormats();
  const { id, name } = member;
  const invite = useMutation({
    mutationFn: () => api.POST('/api/v1/members/{id}/invitations', { params: { path: { id } } }),
  });
  const made = invite.data?.data;
  return (
    <Dialog title={t('members.inviteOf', { name })} isOpen onClose={onClose}>
      {made === undefined ? (
        <p>{t('members.inviteText')}</p>
      ) : (
        <ShownOnce
          label={t('members.link')}
          value={made.url}
          warning={t('members.linkWarning', { until: moment(made.expiresAt) })}
        />
      )}
      <Refused error={invite.error} />
      <Actions>
        <Button onPress={onClose}>{t(made === undefined ? 'common:cancel' : 'done')}</Button>
        {made === undefined && (
          <Button variant="primary" isPending={invite.isPending} onPress={() => invite.mutate()}>
            {t('members.makeLink')}
          </Button>
        )}
      </Actions>
    </Dialog>
  );
}
