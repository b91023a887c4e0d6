import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const CURSOR_AHEAD: ProblemKind = {
  status: 409,
  code: 'cursor.ahead',
  title: 'The feed has not come so far',
};

export function cursorAhead(given: number, last: number): Problem {
  return new Problem(
    CURSOR_AHEAD,
    `The feed has come to ${last}, and ${given} lies ahead of it: it is not of this feed, or of one from before a backup was restored. Read the feed anew from a cursor it has reached, 0 for its beginning, and hold what you have against it.`,
    { extra: { last: String(last) } },
  );
}
