import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { changed, Refused } from '../../claim/refused';
import { Button } from '../../parts/button';
import { useSession } from '../../session/session';
import styles from './claim-page.module.css';
import { CloseClaim } from './close-claim';
import { HoldClaim } from './hold-claim';

type Claim = Schemas['Claim'];
type Wanted = Schemas['TransitionWanted'];

/** Moves a claim along its life, from the version that is shown. */
export function useMove(claim: Claim, onMoved: () => void) {
  return useMutation({
    mutationFn: (body: Wanted) =>
      api.POST('/api/v1/claims/{id}/transitions', {
        params: { path: { id: claim.id }, header: { 'If-Match': `"${claim.version}"` } },
        body,
      }),
    onSuccess: onMoved,
    onSettled: () => changed(claim.id),
  });
}

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
