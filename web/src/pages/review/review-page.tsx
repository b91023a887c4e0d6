import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function ReviewPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.review')}>{null}</Page>;
}
