import type { Stance } from './claim-draft';

export const STANCES: readonly Stance[] = [
  'asserts',
  'confirms',
  'partly_confirms',
  'questions',
  'denies',
  'cannot_confirm',
  'evades',
  'retracts',
];
