import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button';
import { Actions, Dialog } from '../../../parts/dialog';
import { ShownOnce } from '../kit/shown-once';

/** What messages are signed with, shown this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useTranslation('administration');
  return (
    <Dialog title={t('webhooks.secretTitle')} isOpen onClose={onClose} role="alertdialog">
      <ShownOnce label={t('webhooks.secret')} value={secret} warning={t('webhooks.secretWarning')} />
      <Actions>
        <Button onPress={onClose}>{t('done')}</Button>
      </Actions>
    </Dialog>
  );
}
