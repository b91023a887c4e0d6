import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Refused } from '../../claim/refused';
import { Button } from '../../parts/button';
import { useSession } from '../../session/session';
import styles from './claim-page.module.css';
import { CloseClaim } from './close-claim';
import { HoldClaim } from './hold-claim';
import { useMove } from './use-move';

type Claim = Schemas['Claim'];

/** Where the claim may go from here, as the server says. What a review or a publication does is not among it. */
export function Moves({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const { may } = useSession();
  const [asked, setAsked] = useState<'on_hold' | 'closed' | null>(null);
  const move = useMove(claim, () => undefined);
  const done = () => setAsked(null);
  const targets = may('claim.move')
    ? claim.allowedTransitions.filter((to) => to !== 'published' && to !== 'decided' && to !== 'in_review')
    : [];
  if (targets.length === 0) return null;
  return (
    <div role="group" aria-label={t('move.title')}>
      <div className={styles.moves}>
        {targets.map((to) => (
          <Button
            key={to}
            variant={to === 'queued' ? 'primary' : 'plain'}
            isPending={move.isPending && move.variables?.to === to}
            onPress={() => (to === 'on_hold' || to === 'closed' ? setAsked(to) : move.mutate({ to }))}
          >
            {claim.status === 'decided' || claim.status === 'published'
              ? t('move.reReview')
              : t(`move.${to as 'queued'}`)}
          </Button>
        ))}
      </div>
      <Refused error={move.error} />
      {asked === 'on_hold' && <HoldClaim claim={claim} onClose={done} />}
      {asked === 'closed' && <CloseClaim claim={claim} onClose={done} />}
    </div>
  );
}
