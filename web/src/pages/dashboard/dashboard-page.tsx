import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function DashboardPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.dashboard')}>{null}</Page>;
}
