import type { Located } from './located.js';
import { type At, valuesIn, valuesOf } from './values.js';

const NOTHING = {
  ...{ claimLanguage: [], topics: [], title: [], summary: [], publishers: [], authors: [] },
  ...{ publishedAt: [], modifiedAt: [], language: [], appearances: [], extension: null },
};

/** Finds what is what in a claim as claims:search of Google's Fact Check Tools answers it: one for each review of it. */
export function locateSearchedClaim(at: At): Located[] {
  return valuesOf(at, 'claimReview').map((review) => ({
    ...NOTHING,
    at: review,
    claim: valuesOf(at, 'text'),
    madeAt: valuesOf(at, 'claimDate'),
    claimants: valuesOf(at, 'claimant'),
    url: valuesOf(review, 'url'),
    title: valuesOf(review, 'title'),
    publishers: valuesOf(review, 'publisher'),
    publishedAt: valuesOf(review, 'reviewDate'),
    language: valuesOf(review, 'languageCode'),
    rating: {
      ...{ values: [], best: [], worst: [], explanation: [] },
      words: valuesOf(review, 'textualRating'),
    },
  }));
}

/** Finds what is what in a ClaimReviewMarkupPage of the same interface: one for each markup. */
export function locateMarkups(page: At): Located[] {
  return valuesOf(page, 'claimReviewMarkups').map((at) => {
    const rating = valuesOf(at, 'rating');
    return {
      ...NOTHING,
      at,
      claim: valuesOf(at, 'claimReviewed'),
      appearances: valuesIn([at], 'claimFirstAppearance', 'claimAppearances'),
      madeAt: valuesOf(at, 'claimDate'),
      claimants: valuesOf(at, 'claimAuthor'),
      url: [...valuesOf(at, 'url'), ...valuesOf(page, 'pageUrl')],
      publishers: valuesOf(page, 'claimReviewAuthor'),
      publishedAt: valuesOf(page, 'publishDate'),
      rating: {
        words: valuesIn(rating, 'textualRating'),
        values: valuesIn(rating, 'ratingValue'),
        best: valuesIn(rating, 'bestRating'),
        worst: valuesIn(rating, 'worstRating'),
        explanation: valuesIn(rating, 'ratingExplanation'),
      },
    };
  });
}
