import { onViolation } from '../../base/database/constraints.js';
import { Problem, type ProblemKind } from '../../base/errors/problem.js';
import type { ClaimState } from './claim.states.js';

export const CLAIM_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'claim.duplicate',
  title: 'Another claim has this externalId',
};
export const TRANSITION_NOT_ALLOWED: ProblemKind = {
  status: 409,
  code: 'transition.not_allowed',
  title: 'The claim cannot be moved there now',
};

export const SURVIVOR_IS_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'claim.survivor_is_duplicate',
  title: 'The claim it duplicates was closed as a duplicate itself',
};

export function survivorIsDuplicate(survivorId: string, of: string): Problem {
  return new Problem(
    SURVIVOR_IS_DUPLICATE,
    `It is a duplicate of ${survivorId}, which was closed as a duplicate of ${of} since. Reopen that one first.`,
  );
}

export function claimDuplicate(): Problem {
  return new Problem(
    CLAIM_DUPLICATE,
    'Your workspace has a claim with this externalId. Change that one (GET /claims?externalId=…), or send another id.',
  );
}

export function transitionNotAllowed(from: ClaimState, to: ClaimState, allowed: ClaimState[]): Problem {
  const now = allowed.length === 0 ? 'nowhere' : `to ${allowed.join(', ')}`;
  return new Problem(
    TRANSITION_NOT_ALLOWED,
    `The claim is ${from}; you may move it ${now} now, not to ${to}.`,
    {
      extra: { currentStatus: from, allowedTransitions: allowed },
    },
  );
}

onViolation('uq_claims_external_id', claimDuplicate);
