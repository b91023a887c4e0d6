import { Problem, type ProblemKind } from '../../base/errors/problem.js';
import type { ClaimState } from '../../facts/claims/claim.states.js';

export const NOT_PUBLISHABLE: ProblemKind = {
  status: 409,
  code: 'claim.not_publishable',
  title: 'The claim has no verdict that stands',
};
export const VERDICT_CHANGED: ProblemKind = {
  status: 409,
  code: 'publication.verdict_changed',
  title: 'The verdict is another one by now',
};
export const PUBLISHER_TOOK_PART: ProblemKind = {
  status: 403,
  code: 'publication.publisher_took_part',
  title: 'You took part in the review of this claim',
};
export const PUBLICATION_WITHDRAWN: ProblemKind = {
  status: 409,
  code: 'publication.withdrawn',
  title: 'This publication is withdrawn already',
};
export const PUBLICATION_GONE: ProblemKind = {
  status: 410,
  code: 'publication.gone',
  title: 'This publication was withdrawn',
};

export function notPublishable(status: ClaimState): Problem {
  return new Problem(
    NOT_PUBLISHABLE,
    `The claim is ${status}; what is published is the verdict of a claim that is decided. Nothing was changed.`,
    { extra: { currentStatus: status } },
  );
}

export function verdictChanged(claimVersion: number): Problem {
  return new Problem(
    VERDICT_CHANGED,
    'The claim got another verdict since the version you read. Read it, and publish that one.',
    { extra: { verdictClaimVersion: claimVersion } },
  );
}

export function publisherTookPart(): Problem {
  return new Problem(
    PUBLISHER_TOOK_PART,
    'Whoever decided on a claim does not publish it, unless the policy says otherwise (publisherMayBeReviewer). Ask another editor.',
  );
}
