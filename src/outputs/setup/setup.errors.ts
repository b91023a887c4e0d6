import type { ProblemKind } from '../../base/errors/problem.js';

export const SETUP_CODE_UNKNOWN: ProblemKind = {
  status: 404,
  code: 'setup.code_unknown',
  title: 'This code is not good',
};
export const SETUP_DONE: ProblemKind = {
  status: 409,
  code: 'setup.done',
  title: 'It is set up already',
};
