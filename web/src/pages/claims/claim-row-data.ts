import type { Schemas } from '../../api/client';

type Claim = Schemas['Claim'];

/** What the list needs of a claim: a long list keeps no more of each. */
export type Row = Pick<
  Claim,
  | 'id'
  | 'externalId'
  | 'text'
  | 'language'
  | 'topics'
  | 'status'
  | 'heldFrom'
  | 'createdAt'
  | 'version'
  | 'allowedTransitions'
> & {
  corroboration: Pick<Claim['corroboration'], 'status' | 'stale'>;
  rating: string | null;
  /** When it is due: the review that runs, or else the claim. */
  dueAt: string | null;
  isReReviewed: boolean;
};

export function rowOf(claim: Claim): Row {
  const { id, externalId, text, language, topics, status, heldFrom, createdAt, version } = claim;
  return {
    id,
    externalId,
    text,
    language,
    topics,
    status,
    heldFrom,
    createdAt,
    version,
    allowedTransitions: claim.allowedTransitions,
    corroboration: { status: claim.corroboration.status, stale: claim.corroboration.stale },
    rating: claim.verdict?.rating ?? null,
    dueAt: claim.reviewDueAt ?? claim.dueAt,
    isReReviewed: claim.reReview !== null,
  };
}

/** Whether its review runs though its time has passed. */
export function isOverdue({ dueAt, status }: Row, now: number): boolean {
  const runs = status === 'queued' || status === 'in_review' || status === 'adjudication';
  return runs && dueAt !== null && new Date(dueAt).getTime() < now;
}
