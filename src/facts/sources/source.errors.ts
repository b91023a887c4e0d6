import { onViolation } from '../../base/database/constraints.js';
import { FORBIDDEN, Problem, type ProblemKind } from '../../base/errors/problem.js';

export const SOURCE_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'source.duplicate',
  title: 'Another source has this name',
};

export function sourceDuplicate(): Problem {
  return new Problem(
    SOURCE_DUPLICATE,
    'Your workspace has a source of this name. Use that one (GET /sources?name=…), or choose a name that tells them apart.',
  );
}

export function sourceHidden(): Problem {
  return new Problem(FORBIDDEN, 'Only editors and whoever recorded it may change a confidential source.');
}

onViolation('uq_sources_name', sourceDuplicate);
onViolation('uq_sources_confidential_name', sourceDuplicate);
