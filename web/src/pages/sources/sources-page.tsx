import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function SourcesPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.sources')}>{null}</Page>;
}
