import { useTranslation } from 'react-i18next';
import { hooks } from '../../../api/client';
import { Page, Shown } from '../../../parts/page';
import { ScaleEditor } from './scale-editor';

export default function ScalePage() {
  const { t } = useTranslation('administration');
  const scale = hooks.useQuery('get', '/api/v1/rating-scale');
  return (
    <Page title={t('scale.title')}>
      <p>{t('scale.text')}</p>
      <Shown of={scale}>{(data) => <ScaleEditor saved={data} />}</Shown>
    </Page>
  );
}
