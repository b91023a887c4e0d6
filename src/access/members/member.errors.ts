import { onViolation } from '../../base/database/constraints.js';
import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const MEMBER_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'member.duplicate',
  title: 'They are a member already',
};
export const MEMBER_LAST_ADMIN: ProblemKind = {
  status: 409,
  code: 'member.last_admin',
  title: 'A workspace needs an admin',
};

export function memberDuplicate(): Problem {
  return new Problem(
    MEMBER_DUPLICATE,
    'This person is a member of your workspace already. Change that member instead.',
  );
}

export function lastAdmin(): Problem {
  return new Problem(
    MEMBER_LAST_ADMIN,
    'This is the last admin of the workspace. Make another member an admin first.',
  );
}

onViolation('uq_members_account', memberDuplicate);
