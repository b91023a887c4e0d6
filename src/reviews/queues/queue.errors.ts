import { onViolation } from '../../base/database/constraints.js';
import { Problem, type ProblemKind } from '../../base/errors/problem.js';

export const QUEUE_DUPLICATE: ProblemKind = {
  status: 409,
  code: 'queue.duplicate',
  title: 'Another queue has this name',
};

export function queueDuplicate(): Problem {
  return new Problem(QUEUE_DUPLICATE, 'Your workspace has a queue of this name. Choose another name.');
}

onViolation('uq_queues_name', queueDuplicate);
