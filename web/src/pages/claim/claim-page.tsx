import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hooks, type Schemas } from '../../api/client';
import { ClaimHead, ClaimText } from '../../claim/claim-head';
import { ClaimTimeline } from '../../claim/claim-timeline';
import { CorroborationPanel } from '../../claim/corroboration-panel';
import { EvidenceList } from '../../claim/evidence-list';
import { HistoryList } from '../../claim/history-list';
import { ReviewsList } from '../../claim/reviews-list';
import { SimilarClaims } from '../../claim/similar-claims';
import { StatementMatrix } from '../../claim/statement-matrix';
import { Button } from '../../parts/button';
import { Page, Section, Shown } from '../../parts/page';
import { Tabs } from '../../parts/tabs';
import { useSession } from '../../session/session';
import { Adjudication } from './adjudication';
import { EditClaim } from './edit-claim';
import { Moves } from './moves';
import { Publications } from './publications';
import { RecordStatement } from './record-statement';
import { VerdictShown } from './verdict-shown';

type Claim = Schemas['Claim'];

export default function ClaimPage({ id }: { id: string }) {
  const { t } = useTranslation('claim');
  const claim = hooks.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  if (claim.data === undefined)
    return (
      <Page title={t('page.title')}>
        <Shown of={claim}>{() => null}</Shown>
      </Page>
    );
  return <Whole claim={claim.data} />;
}

function Whole({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  return (
    <Page
      title={t('page.titled', { text: shortened(claim.text) })}
      heading={<ClaimText claim={claim} />}
      actions={<Doings claim={claim} />}
    >
      <ClaimHead claim={claim} />
      <Moves claim={claim} />
      {claim.status === 'adjudication' && <Adjudication claim={claim} />}
      {claim.verdict !== null && <VerdictShown verdict={claim.verdict} />}
      <Section title={t('page.matrix')} actions={<Record claim={claim} />}>
        <StatementMatrix claimId={claim.id} />
      </Section>
      <Section title={t('page.corroboration')}>
        <CorroborationPanel claimId={claim.id} />
      </Section>
      <More claim={claim} />
    </Page>
  );
}

function More({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const shown = {
    evidence: <EvidenceList claimId={claim.id} />,
    timeline: <ClaimTimeline claimId={claim.id} />,
    similar: <SimilarClaims claim={claim} />,
    reviews: <ReviewsList claimId={claim.id} />,
    publications: <Publications claim={claim} />,
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

function Doings({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      {may('claim.amend') && <Button onPress={() => setEditing(true)}>{t('edit.open')}</Button>}
      {isEditing && <EditClaim claim={claim} onClose={() => setEditing(false)} />}
    </>
  );
}

function Record({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!may('statement.record')) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('record.open')}</Button>
      {isOpen && <RecordStatement claimId={claim.id} onClose={() => setOpen(false)} />}
    </>
  );
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}
