import type { Problem } from '../errors/problem.js';

const translations = new Map<string, () => Problem>();

/**
 * Says which answer a violated constraint is. A room registers its own constraints beside its errors, so that
 * a race which only the database can see ends in the same words as the check before it.
 */
export function onViolation(constraint: string, problem: () => Problem): void {
  translations.set(constraint, problem);
}

export function translateConstraint(error: unknown): unknown {
  const constraint = (error as { constraint?: string }).constraint;
  const translation = constraint === undefined ? undefined : translations.get(constraint);
  return translation === undefined ? error : translation();
}
