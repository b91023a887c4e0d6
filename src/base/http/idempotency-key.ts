import type { ProblemKind } from '../errors/problem.js';

/** The header by which a client says that a request is the same one as before. */
export const IDEMPOTENCY_KEY = 'idempotency-key';
/** Marks an operation whose answer must not be kept: it shows a secret. */
export const NEVER_REPEATED = 'second-source:never-repeated';

export const IDEMPOTENCY_KEY_IN_USE: ProblemKind = {
  status: 409,
  code: 'idempotency_key.in_use',
  title: 'The first request with this key is under way',
};
export const IDEMPOTENCY_KEY_TAKEN: ProblemKind = {
  status: 422,
  code: 'idempotency_key.taken',
  title: 'This key was used for another request',
};
