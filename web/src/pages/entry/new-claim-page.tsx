import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { LinkButton } from '../../parts/button';
import { Empty, Page } from '../../parts/page';
import { useSession } from '../../session/session';
import { ClaimForm } from './claim-form';
import { Entered } from './entered';
import { TablePage } from './table-page';

/** A claim is entered here, and tables of statements are. */
export default function NewClaimPage() {
  const { t } = useTranslation(['entry', 'common']);
  const { may } = useSession();
  const [params] = useSearchParams();
  const [entered, setEntered] = useState<Schemas['SubmittedClaim'] | null>(null);
  const claimId = params.get('claimId');
  if (!may('claim.submit')) {
    return (
      <Page title={t('entry:title')}>
        <Empty>
          <p>{t('entry:notYours')}</p>
          <LinkButton href="/claims">{t('common:nav.claims')}</LinkButton>
        </Empty>
      </Page>
    );
  }
  if (claimId !== null) return <TablePage key={claimId} claimId={claimId} />;
  if (entered !== null) return <Entered claim={entered} onAnother={() => setEntered(null)} />;
  return <ClaimForm onEntered={setEntered} />;
}
