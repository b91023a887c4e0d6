import { isRecord, textsOf, valuesOf } from './values.js';

/** Names of its types without their vocabulary: `http://schema.org/ClaimReview` is a ClaimReview. */
export function typesOf(value: unknown): string[] {
  const at = { value, path: '' };
  return textsOf([...valuesOf(at, '@type'), ...valuesOf(at, 'type')]).map(({ text }) =>
    text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#'), text.lastIndexOf(':')) + 1),
  );
}

/** Some publishers forget the type; no other type has the field claimReviewed. */
export function isClaimReview(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const types = typesOf(value);
  if (types.length > 0) return types.includes('ClaimReview');
  return valuesOf({ value, path: '' }, 'claimReviewed').length > 0;
}

const ORGANISATIONS = new Set([
  ...['Airline', 'Consortium', 'Cooperative', 'Corporation', 'GovernmentOffice', 'LibrarySystem', 'NGO'],
  ...['LocalBusiness', 'MusicGroup', 'PerformingGroup', 'PoliticalParty', 'Project', 'SportsTeam'],
]);

export function agentKind(value: unknown): 'person' | 'organisation' | null {
  const types = typesOf(value);
  if (types.some((type) => type.endsWith('Organization') || ORGANISATIONS.has(type))) return 'organisation';
  return types.includes('Person') ? 'person' : null;
}
