import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const GROUND_CHANGED: ProblemKind = {
  status: 409,
  code: 'decision.ground_changed',
  title: 'Statements or evidence have come since',
};

export function groundChanged(statements: string[], evidence: string[]): Problem {
  return new Problem(
    GROUND_CHANGED,
    'Since the version you judged, the statements and evidence listed here were added, struck or found gone. Look at them, then decide with the present claimVersion.',
    { extra: { statements, evidence } },
  );
}
