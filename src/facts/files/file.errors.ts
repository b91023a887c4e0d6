import { Problem, type ProblemKind } from '../../base/errors/problem.js';
import type { StorageFault } from '../../base/storage/storage.js';

export const STORAGE_UNAVAILABLE: ProblemKind = {
  status: 503,
  code: 'storage.unavailable',
  title: 'Files cannot be kept or read now',
};
export const FILE_MISSING: ProblemKind = {
  status: 409,
  code: 'file.missing',
  title: 'The file is not where it was kept',
};
export const NO_FILE: ProblemKind = { status: 404, code: 'file.none', title: 'There is no file' };

const RETRY_AFTER_S = 60;

export function storageUnavailable(fault: StorageFault): Problem {
  const problem = new Problem(
    STORAGE_UNAVAILABLE,
    'Nothing was kept. Whoever runs this server finds the cause in its log; try again later.',
    { retryAfter: RETRY_AFTER_S },
  );
  problem.cause = fault;
  return problem;
}
