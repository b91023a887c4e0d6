import { jobKind } from '../../base/jobs/job-kind.js';

/** Works through some rows of an import; what is left is another job's. */
export const runImport = jobKind<{ id: string }>({ name: 'import.run', attempts: 3, backoffSeconds: 2 });
/** Finds imports that nobody works through, and those that nobody sends any more. */
export const sweepImports = jobKind({
  name: 'import.sweep',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 10,
});
