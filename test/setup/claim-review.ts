import type { FoundReview } from '../../src/exchange/imports/claim-review/found-review.js';
import { readReviews } from '../../src/exchange/imports/claim-review/read-reviews.js';

export type Fields = Record<string, unknown>;

/** A fact-check with nothing wrong in it, with what a test changes. */
export const review = (changes: Fields = {}): Fields => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checker.example/checks/1',
  claimReviewed: 'The bridge is closed.',
  author: { '@type': 'Organization', name: 'The Checkers' },
  datePublished: '2024-10-24',
  reviewRating: {
    '@type': 'Rating',
    ratingValue: 2,
    bestRating: 5,
    worstRating: 1,
    alternateName: 'Mostly false',
  },
  ...changes,
});
export const rated = (reviewRating: unknown) => review({ reviewRating });
export const reviewing = (itemReviewed: unknown) => review({ itemReviewed });

/** The only fact-check in it, which must not be refused. */
export function readOne(element: unknown): { found: FoundReview; warnings: [code: string, path: string][] } {
  const all = readReviews(element);
  expect(all).toHaveLength(1);
  const [one] = all;
  if (one === undefined || !('ok' in one)) throw new Error(`refused: ${JSON.stringify(one)}`);
  return { found: one.ok, warnings: one.warnings.map(({ code, path }) => [code, path]) };
}
