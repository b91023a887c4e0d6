import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ClaimHead, ClaimText } from '../../claim/claim-head';
import { ClaimTimeline } from '../../claim/claim-timeline';
import { CorroborationPanel } from '../../claim/corroboration-panel';
import { EvidenceList } from '../../claim/evidence-list';
import { HistoryList } from '../../claim/history-list';
import { SimilarClaims } from '../../claim/similar-claims';
import { StatementMatrix } from '../../claim/statement-matrix';
import { Loading, Page, Section } from '../../parts/page';
import { Tabs } from '../../parts/tabs';
import type { Claim } from './work';

/** The claim and what is on the record of it; of what others decided in the round, nothing. */
export function Record({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  // The claim itself stands there first; all that has to be read of it comes a moment later.
  const isRestShown = useDeferredValue(true, false);
  return (
    <Page title={[...claim.text].slice(0, 80).join('')} heading={<ClaimText claim={claim} />}>
      <ClaimHead claim={claim} />
      <Section title={t('page.matrix')}>
        {isRestShown ? <StatementMatrix claimId={claim.id} /> : <Loading />}
      </Section>
      {isRestShown && (
        <>
          <Section title={t('page.evidence')}>
            <EvidenceList claimId={claim.id} />
          </Section>
          <Section title={t('page.corroboration')}>
            <CorroborationPanel claimId={claim.id} />
          </Section>
          <More claim={claim} />
        </>
      )}
    </Page>
  );
}

function More({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const shown = {
    timeline: <ClaimTimeline claimId={claim.id} />,
    similar: <SimilarClaims claim={claim} />,
    history: <HistoryList claimId={claim.id} />,
  };
  const keys = Object.keys(shown) as (keyof typeof shown)[];
  return (
    <Tabs
      label={t('page.more')}
      tabs={keys.map((key) => ({ key, title: t(`page.${key}`), content: shown[key] }))}
    />
  );
}
