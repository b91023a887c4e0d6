import { isMoment, isWebAddress } from '../../base/http/formats.js';
import type { JsonLd, Profile } from './claim-review.js';

/** A rule of a profile that a document breaks, or something it recommends and the document has not. */
export interface Finding {
  profile: Profile;
  level: 'required' | 'recommended';
  /** Where in the document: `reviewRating.alternateName`. */
  path: string;
  message: string;
}

type Kind = 'text' | 'url' | 'date' | 'number' | 'thing';

interface Rule {
  path: string;
  level: Finding['level'];
  kind: Kind;
}

/*
 * Google's fact-check profile, as Full Fact's markup investigation wrote it down from Google's page
 * (fullfact.github.io/markup-investigation). Google has shown no rich results for it since June 2025; other readers
 * still go by it.
 */
const GOOGLE: Rule[] = [
  { path: 'claimReviewed', level: 'required', kind: 'text' },
  { path: 'url', level: 'required', kind: 'url' },
  { path: 'reviewRating', level: 'required', kind: 'thing' },
  { path: 'reviewRating.alternateName', level: 'required', kind: 'text' },
  { path: 'author', level: 'recommended', kind: 'thing' },
  { path: 'author.name', level: 'recommended', kind: 'text' },
  { path: 'datePublished', level: 'recommended', kind: 'date' },
  { path: 'itemReviewed', level: 'recommended', kind: 'thing' },
  { path: 'itemReviewed.author', level: 'recommended', kind: 'thing' },
  { path: 'itemReviewed.author.name', level: 'recommended', kind: 'text' },
  { path: 'itemReviewed.datePublished', level: 'recommended', kind: 'date' },
  { path: 'itemReviewed.firstAppearance', level: 'recommended', kind: 'thing' },
  { path: 'reviewRating.ratingValue', level: 'recommended', kind: 'number' },
  { path: 'reviewRating.bestRating', level: 'recommended', kind: 'number' },
  { path: 'reviewRating.worstRating', level: 'recommended', kind: 'number' },
];

/* The properties that schema.org (schema.ttl) gives these types, with what stands in them; of each what we use. */
const SCHEMA_ORG: Record<string, Record<string, Kind>> = {
  ClaimReview: {
    url: 'url',
    claimReviewed: 'text',
    author: 'thing',
    datePublished: 'date',
    itemReviewed: 'thing',
    reviewRating: 'thing',
    identifier: 'text',
    name: 'text',
    abstract: 'text',
    reviewBody: 'text',
    inLanguage: 'text',
    version: 'number',
    publisher: 'thing',
    correction: 'thing',
    citation: 'thing',
  },
  Claim: {
    text: 'text',
    inLanguage: 'text',
    author: 'thing',
    datePublished: 'date',
    firstAppearance: 'thing',
    appearance: 'thing',
  },
  Rating: {
    ratingValue: 'number',
    bestRating: 'number',
    worstRating: 'number',
    alternateName: 'text',
    name: 'text',
    ratingExplanation: 'text',
  },
  CreativeWork: { url: 'url', name: 'text', datePublished: 'date', author: 'thing' },
  CorrectionComment: { text: 'text', datePublished: 'date' },
  Organization: { name: 'text' },
  Person: { name: 'text', affiliation: 'thing' },
};

const SAYS: Record<Kind, string> = {
  text: 'must be text',
  url: 'must be an http or https address',
  date: 'must be a date or a time with its zone',
  number: 'must be a number',
  thing: 'must be an object with a type',
};

/** What is missing or wrong in a ClaimReview by one of the profiles; the required findings break it. */
export function findings(document: JsonLd, profile: Profile): Finding[] {
  return profile === 'google' ? byGoogle(document) : bySchemaOrg(document, '');
}

function byGoogle(document: JsonLd): Finding[] {
  const say = (level: Finding['level'], path: string, message: string): Finding => ({
    profile: 'google',
    level,
    path,
    message,
  });
  const found = GOOGLE.flatMap(({ path, level, kind }) => {
    const values = valuesAt(document, path.split('.'));
    if (values.length === 0) return [say(level, path, 'is missing')];
    return values.every((value) => fits(value, kind)) ? [] : [say('required', path, SAYS[kind])];
  });
  const text = document['claimReviewed'];
  if (typeof text === 'string' && [...text].length > 75)
    found.push(say('recommended', 'claimReviewed', 'should be shorter than 75 characters'));
  const { ratingValue, bestRating, worstRating } = (document['reviewRating'] ?? {}) as Record<string, number>;
  if (ratingValue !== undefined && (ratingValue < worstRating! || ratingValue > bestRating!))
    found.push(say('required', 'reviewRating.ratingValue', 'must lie between worstRating and bestRating'));
  const here = hostOf(document['url']);
  for (const [i, url] of valuesAt(document, ['itemReviewed', 'appearance', 'url']).entries()) {
    if (here !== null && hostOf(url) === here)
      found.push(
        say('required', `itemReviewed.appearance.${i}.url`, 'must be of another site than the review'),
      );
  }
  return found;
}

function bySchemaOrg(node: JsonLd, at: string): Finding[] {
  const say = (path: string, message: string): Finding => ({
    profile: 'schema.org',
    level: 'required',
    path,
    message,
  });
  const type = String(node['@type']);
  const properties = SCHEMA_ORG[type];
  if (properties === undefined) return [say(`${at}@type`, `${type} is not a type that is used here`)];
  return Object.entries(node).flatMap(([name, value]) => {
    // Keywords are JSON-LD's own; what has a prefix is an extension, of which schema.org says nothing.
    if (name.startsWith('@') || name.includes(':')) return [];
    const kind = properties[name];
    if (kind === undefined) return [say(at + name, `is no property of ${type}`)];
    return [value].flat().flatMap((one) => {
      if (!fits(one, kind)) return [say(at + name, SAYS[kind])];
      return kind === 'thing' ? bySchemaOrg(one as JsonLd, `${at}${name}.`) : [];
    });
  });
}

function fits(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'url':
      return isWebAddress(value);
    case 'date':
      return isMoment(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'thing':
      return typeof value === 'object' && value !== null && typeof (value as JsonLd)['@type'] === 'string';
  }
}

function valuesAt(node: unknown, [name, ...rest]: string[]): unknown[] {
  const values = [node]
    .flat()
    .flatMap((one) => [(one as JsonLd | null | undefined)?.[name!]].flat())
    .filter((value) => value !== undefined && value !== null);
  return rest.length === 0 ? values : values.flatMap((value) => valuesAt(value, rest));
}

function hostOf(url: unknown): string | null {
  return isWebAddress(url) ? new URL(url as string).hostname.replace(/^www\./, '') : null;
}
