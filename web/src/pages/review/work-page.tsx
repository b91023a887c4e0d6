import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function WorkPage({ id: _id }: { id: string }) {
  const { t } = useTranslation();
  return <Page title={t('nav.review')}>{null}</Page>;
}
