import { Problem, type ProblemKind, UNAUTHENTICATED } from '../../base/errors/problem.js';

export const SIGN_IN_REFUSED: ProblemKind = {
  status: 401,
  code: 'sign_in.refused',
  title: 'Address and password do not fit',
};
export const SIGN_IN_THROTTLED: ProblemKind = {
  status: 429,
  code: 'sign_in.throttled',
  title: 'Too many tries to sign in',
};
export const INVITATION_UNKNOWN: ProblemKind = {
  status: 404,
  code: 'invitation.unknown',
  title: 'This invitation is not good any more',
};
export const MEMBER_NO_PERSON: ProblemKind = {
  status: 409,
  code: 'member.no_person',
  title: 'A program does not sign in',
};
export const ACCOUNT_HAS_PASSWORD: ProblemKind = {
  status: 409,
  code: 'account.has_password',
  title: 'This person has a password already',
};

export function refused(): Problem {
  return new Problem(
    SIGN_IN_REFUSED,
    'There is no account with this address and this password that has a place here.',
  );
}

export function throttled(seconds: number): Problem {
  return new Problem(SIGN_IN_THROTTLED, `Try again in ${seconds} seconds.`, { retryAfter: seconds });
}

export function notSignedIn(): Problem {
  return new Problem(UNAUTHENTICATED, 'Nobody is signed in here. Sign in with POST /session.');
}
