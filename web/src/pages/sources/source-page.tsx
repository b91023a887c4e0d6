import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';

export default function SourcePage({ id: _id }: { id: string }) {
  const { t } = useTranslation();
  return <Page title={t('nav.sources')}>{null}</Page>;
}
