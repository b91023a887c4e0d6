import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { notify } from '../../shell/notices';

/** The address of what is seen, to be sent to somebody. */
export function CopyLink() {
  const { t } = useTranslation(['claims', 'common']);
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => notify(t('common:copied')),
      () => notify(t('copyFailed'), 'failed'),
    );
  return (
    <Button variant="quiet" onPress={() => void copy()}>
      {t('copyLink')}
    </Button>
  );
}
