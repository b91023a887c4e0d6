import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SourceForm } from '../../claim/source-form';
import { Empty, Page, Section } from '../../parts/page';
import { useSession } from '../../session/session';

export default function NewSourcePage() {
  const { t } = useTranslation('sources');
  const { may } = useSession();
  const [, go] = useLocation();
  return (
    <Page title={t('new')}>
      {may('source.create') ? (
        <Section title={t('facts')}>
          <SourceForm onEntered={({ id }) => go(`/sources/${id}`)} onCancel={() => go('/sources')} isWhole />
        </Section>
      ) : (
        <Empty>
          <p>{t('notYours')}</p>
        </Empty>
      )}
    </Page>
  );
}
