import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { useSession } from '../../session/session';
import { AgreementNote } from './agreement';
import { Counts } from './counts';
import { FlowSection } from './flow';
import { Load } from './load';
import { Needs } from './needs';
import { Queues } from './queues';

/** How the desk stands: what waits for somebody first, then how much there is of everything. */
export default function DashboardPage() {
  const { t } = useTranslation();
  const { may } = useSession();
  return (
    <Page title={t('nav.dashboard')}>
      <Needs />
      <Counts />
      <FlowSection />
      <Queues />
      {may('stats.reviewers') && <Load />}
      <AgreementNote />
    </Page>
  );
}
