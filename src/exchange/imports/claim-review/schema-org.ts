import type { Located, LocatedRating } from './located.js';
import { typesOf } from './types.js';
import { type At, isRecord, valuesIn, valuesOf } from './values.js';

/** Finds what is what in a schema.org ClaimReview. */
export function locateClaimReview(at: At): Located {
  const items = valuesOf(at, 'itemReviewed');
  const claims = items.filter(({ value }) => typesOf(value).includes('Claim'));
  return {
    at,
    claim: [...valuesOf(at, 'claimReviewed'), ...valuesIn(claims, 'text')],
    claimLanguage: valuesIn(items, 'inLanguage'),
    appearances: [
      ...valuesIn(items, 'firstAppearance', 'appearance'),
      // What is reviewed may be a work itself, or a part of one, instead of a claim.
      ...valuesIn(items, 'url'),
      ...valuesIn(valuesIn(items, 'isPartOf'), 'url'),
    ],
    madeAt: valuesIn(items, 'datePublished'),
    claimants: valuesIn(items, 'author', 'creator'),
    topics: [],
    url: valuesOf(at, 'url'),
    title: valuesIn([at], 'headline', 'name'),
    summary: valuesIn([at], 'reviewBody', 'description', 'abstract'),
    publishers: valuesOf(at, 'publisher'),
    authors: valuesOf(at, 'author'),
    publishedAt: valuesOf(at, 'datePublished'),
    modifiedAt: valuesOf(at, 'dateModified'),
    language: valuesOf(at, 'inLanguage'),
    rating: locateRating(valuesOf(at, 'reviewRating').slice(0, 1)),
    extension: extensionOf(at.value),
  };
}

function locateRating(ratings: At[]): LocatedRating {
  return {
    words: valuesIn(ratings, 'alternateName', 'name'),
    // A rating that is no object is its own value.
    values: [...valuesIn(ratings, 'ratingValue'), ...ratings],
    best: valuesIn(ratings, 'bestRating'),
    worst: valuesIn(ratings, 'worstRating'),
    explanation: valuesIn(ratings, 'ratingExplanation'),
  };
}

const OURS = /^(?:secondsource:|urn:second-source:vocabulary:)/;

function extensionOf(value: unknown): Record<string, unknown> | null {
  if (!isRecord(value)) return null;
  const ours = Object.entries(value).filter(([key]) => OURS.test(key));
  return ours.length === 0
    ? null
    : Object.fromEntries(ours.map(([key, one]) => [key.replace(OURS, ''), one]));
}
