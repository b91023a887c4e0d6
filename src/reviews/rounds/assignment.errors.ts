import { Problem, type ProblemKind } from '../../base/errors/problem.js';
import type { AssignmentState } from './assignment.entity.js';
import type { Holder } from './assignments.repository.js';

export const LEASE_LOST: ProblemKind = {
  status: 409,
  code: 'lease.lost',
  title: 'You do not hold this claim any more',
};
export const ASSIGNMENT_CLOSED: ProblemKind = {
  status: 409,
  code: 'assignment.closed',
  title: 'This assignment has ended',
};
export const ASSIGNMENT_NOT_OFFERED: ProblemKind = {
  status: 409,
  code: 'assignment.not_offered',
  title: 'This assignment is not an open offer',
};
export const ASSIGNMENT_NOT_YOURS: ProblemKind = {
  status: 403,
  code: 'assignment.not_yours',
  title: 'This assignment is another member’s',
};

export const REVIEWER_TOOK_PART: ProblemKind = {
  status: 403,
  code: 'reviewer.took_part',
  title: 'You took part in what is to be reviewed',
};

/** Nothing was changed; says how the lease ended, and who holds the slot now or that nobody does. */
export function leaseLost(holder: Holder | null, state: AssignmentState, reason: string | null): Problem {
  const now =
    holder === null
      ? 'Nobody holds it now'
      : `${holder.name} holds it until ${holder.expiresAt.toISOString()}`;
  return new Problem(
    LEASE_LOST,
    `${howLost(state, reason)} ${now}. Nothing was changed. Take the next claim with POST /reviews/next.`,
    {
      extra: {
        state,
        reason,
        holder: holder === null ? null : { id: holder.id, name: holder.name },
        expiresAt: holder?.expiresAt.toISOString() ?? null,
      },
    },
  );
}

function howLost(state: AssignmentState, reason: string | null): string {
  if (state === 'expired') return 'Your time has run out.';
  if (state === 'handed_over') return 'You handed it over.';
  if (state === 'broken') return `It was taken back from you${reason === null ? '.' : `: “${reason}”.`}`;
  return 'The token is not the one of the present lease.';
}

/** For an editor who would break what is over. */
export function assignmentOver(state: AssignmentState): Problem {
  return new Problem(ASSIGNMENT_CLOSED, `It has ended already: it is ${state}. Nothing was changed.`, {
    extra: { state },
  });
}

export function assignmentClosed(state: AssignmentState): Problem {
  return new Problem(
    ASSIGNMENT_CLOSED,
    `You ended this assignment before: it is ${state}. Nothing was changed.`,
    {
      extra: { state },
    },
  );
}

export function assignmentNotOffered(state: AssignmentState): Problem {
  return new Problem(
    ASSIGNMENT_NOT_OFFERED,
    `It is ${state}; only an offer that still stands can be accepted.`,
    {
      extra: { state },
    },
  );
}

export function assignmentNotAccepted(): Problem {
  return new Problem(
    ASSIGNMENT_NOT_OFFERED,
    'It is only offered to you. Accept it first: POST /assignments/{id}/accept.',
  );
}

export function reviewerTookPart(): Problem {
  return new Problem(
    REVIEWER_TOOK_PART,
    'You entered this claim, or have recorded a statement of it. Decline the offer: somebody who took no part has to review it.',
  );
}

export function assignmentNotYours(): Problem {
  return new Problem(ASSIGNMENT_NOT_YOURS, 'Only the member it was given to may do this.');
}
