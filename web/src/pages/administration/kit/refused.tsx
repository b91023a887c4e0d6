import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/client';
import { Problem } from '../../../parts/page';

/** Why something was not saved; that somebody was faster in the words of the desk. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('administration');
  return <Problem error={isRefusal(error, 'version.stale') ? new Error(t('stale')) : error} />;
}
