import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const GROUND_CHANGED: ProblemKind = {
  status: 409,
  code: 'decision.ground_changed',
  title: 'Statements or evidence have come since',
};

export const ADJUDICATION_NOT_OPEN: ProblemKind = {
  status: 409,
  code: 'adjudication.not_open',
  title: 'There is nothing to adjudicate',
};

export const ADJUDICATOR_TOOK_PART: ProblemKind = {
  status: 403,
  code: 'adjudicator.took_part',
  title: 'You took part in what is to be adjudicated',
};

export function nothingToAdjudicate(status: string): Problem {
  return new Problem(
    ADJUDICATION_NOT_OPEN,
    `The claim is ${status}. Only a claim in adjudication, whose reviewers disagreed, waits for an editor's word.`,
    { extra: { claimStatus: status } },
  );
}

const PARTS = {
  decided: 'You gave one of the decisions of this round',
  entered: 'You entered this claim',
  recorded: 'You have recorded a statement of this claim',
};

export function adjudicatorTookPart(how: keyof typeof PARTS): Problem {
  return new Problem(ADJUDICATOR_TOOK_PART, `${PARTS[how]}. An editor who took no part has to settle it.`);
}

export function groundChanged(statements: string[], evidence: string[]): Problem {
  return new Problem(
    GROUND_CHANGED,
    'Since the version you judged, the statements and evidence listed here were added, struck or found gone. Look at them, then decide with the present claimVersion.',
    { extra: { statements, evidence } },
  );
}
