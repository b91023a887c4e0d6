import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function ClaimsPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.claims')}>{null}</Page>;
}
