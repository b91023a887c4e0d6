import { onViolation } from '../../base/database/constraints.js';
import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const PARTY_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'party.duplicate',
  title: 'Another party has this name',
};
export const PARTY_MERGED: ProblemKind = {
  status: 409,
  code: 'party.merged',
  title: 'This party was merged',
};

export function partyDuplicate(): Problem {
  return new Problem(
    PARTY_DUPLICATE,
    'Another party of your workspace has this name or alias. Choose another, or merge the two parties.',
  );
}

export function partyMerged(into: string): Problem {
  return new Problem(PARTY_MERGED, 'This party was merged into another. Use that one.', {
    extra: { mergedInto: into },
  });
}

onViolation('pk_party_names', partyDuplicate);
