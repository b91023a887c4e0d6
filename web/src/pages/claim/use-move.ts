import { useMutation } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { changed } from '../../claim/refused';

/** Moves a claim along its life, from the version that is shown. */
export function useMove(claim: Schemas['Claim'], onMoved: () => void) {
  return useMutation({
    mutationFn: (body: Schemas['TransitionWanted']) =>
      api.POST('/api/v1/claims/{id}/transitions', {
        params: { path: { id: claim.id }, header: { 'If-Match': `"${claim.version}"` } },
        body,
      }),
    onSuccess: onMoved,
    onSettled: () => changed(claim.id),
  });
}
