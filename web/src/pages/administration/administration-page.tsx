import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function AdministrationPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.administration')}>{null}</Page>;
}
