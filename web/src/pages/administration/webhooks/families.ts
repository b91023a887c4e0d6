/** What there are events of. */
export const FAMILIES = [
  'claim',
  'statement',
  'evidence',
  'source',
  'party',
  'round',
  'assignment',
  'decision',
  'publication',
  'external-review',
  'import',
  'queue',
  'member',
  'policy',
  'rating-scale',
  'rating-word',
  'api-key',
  'webhook',
  'workspace',
  'history',
] as const;

export type Family = (typeof FAMILIES)[number];

/** All events of a kind, as a webhook names them. */
export function familyOf(family: Family): string {
  return `${family}.*`;
}
