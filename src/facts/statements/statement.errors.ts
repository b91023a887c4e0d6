import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const STATEMENT_STRUCK: ProblemKind = {
  status: 409,
  code: 'statement.struck',
  title: 'This statement was struck already',
};

export function statementStruck(): Problem {
  return new Problem(STATEMENT_STRUCK, 'It was struck before. Nothing was changed.');
}
