import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, isRefusal, queries, type Refusal, type Schemas } from '../../api/client';
import { useScale } from '../../api/scale';
import { requestKey } from '../../claim/request-key';
import { notify } from '../../shell/notices';
import type { Ground } from './citations';
import { type Draft, type DraftKey, forgetDraft } from './drafts';
import type { LeaseInHand } from './lease';
import { type Assignment, type Claim, chosenQueue, useTake } from './work';

type Given = Schemas['DecisionGiven'];
export type Missing = 'rating' | 'confidence' | 'rationale' | 'overrideReason';

/** Whether a rating goes against the record, as the server measures it: then it wants to be told why. */
export function contradictsRecord(
  polarity: Schemas['Rating']['polarity'] | undefined,
  corroboration: Claim['corroboration']['status'],
): boolean {
  if (polarity === 'refutes') return corroboration === 'corroborated';
  if (polarity === 'supports') return corroboration === 'denied' || corroboration === 'retracted';
  return false;
}

export function useContradiction(claim: Claim, draft: Draft): boolean {
  const { ratings } = useScale();
  const polarity = ratings.find(({ key }) => key === draft.rating)?.polarity;
  return contradictsRecord(polarity, claim.corroboration.status);
}

export function missingOf(draft: Draft, isReasonNeeded: boolean): Missing[] {
  const missing: Missing[] = [];
  if (draft.rating === null) missing.push('rating');
  if (isReasonNeeded && draft.overrideReason.trim() === '') missing.push('overrideReason');
  if (draft.confidence === null) missing.push('confidence');
  if (draft.rationale.trim() === '') missing.push('rationale');
  return missing;
}

function given(draft: Draft, token: number): Given {
  const overrideReason = draft.overrideReason.trim();
  return {
    token,
    rating: draft.rating!,
    confidence: draft.confidence!,
    rationale: draft.rationale.trim(),
    citedStatements: draft.statements,
    citedEvidence: draft.evidence,
    overrideReason: overrideReason === '' ? null : overrideReason,
    claimVersion: draft.seenVersion,
  };
}

/** One name for each thing that is sent, so that it counts once however often it has to be sent. */
function useSendName(): (body: Given) => string {
  const last = useRef({ body: '', name: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) {
      last.current = { body: text, name: requestKey() };
    }
    return last.current.name;
  };
}

/** Gives the decision, and takes the next claim at once. */
export function useDeciding(assignment: Assignment, lease: LeaseInHand, key: DraftKey) {
  const { t } = useTranslation('review');
  const [, go] = useLocation();
  const take = useTake();
  const nameOf = useSendName();
  const decide = useMutation({
    mutationFn: (draft: Draft) => {
      performance.mark('decision-sent');
      const body = given(draft, assignment.lease?.token ?? 1);
      return api.POST('/api/v1/assignments/{id}/decision', {
        params: { path: { id: assignment.id }, header: { 'Idempotency-Key': nameOf(body) } },
        body,
      });
    },
    onSuccess: () => {
      performance.mark('decision-answered');
      forgetDraft(key);
      notify(t('decision.given'));
      take.mutate(chosenQueue(), {
        onError: () => {
          notify(t('take.failed'), 'failed');
          go('/review');
        },
      });
    },
    onError: (error) => {
      if (isRefusal(error, 'decision.ground_changed')) askAnewOf(assignment.claimId);
      lease.lose(error);
    },
  });
  return {
    send: decide.mutate,
    forget: decide.reset,
    refusal: isRefusal(decide.error) ? decide.error : null,
    isPending: decide.isPending || take.isPending || decide.isSuccess,
  };
}

function askAnewOf(claimId: string): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [, , init] }) =>
      (init as { params?: { path?: { id?: string } } } | undefined)?.params?.path?.id === claimId,
  });
}

/** What came since the version that was judged, as the refusal names it. */
export function groundOf(refusal: Refusal | null): Ground | null {
  if (refusal?.code !== 'decision.ground_changed') return null;
  return refusal.more as unknown as Ground;
}
