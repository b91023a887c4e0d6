import { readOne } from '../../../../test/setup/claim-review.js';
import { readReviews } from './read-reviews.js';

describe("an answer of Google's Fact Check Tools", () => {
  const claimReview = {
    publisher: { name: 'The Checkers', site: 'checker.example' },
    url: 'https://www.checker.example/checks/1',
    title: 'Is the bridge closed?',
    reviewDate: '2024-10-24T00:00:00Z',
    textualRating: 'Mostly false',
    languageCode: 'en',
  };
  const claim = { text: 'The bridge is closed.', claimant: 'The mayor', claimDate: '2024-10-20T00:00:00Z' };

  it('gives a fact-check for each review of a claim, in either search', () => {
    const both = { ...claim, claimReview: [claimReview, { textualRating: 'True' }] };
    const [first, second] = readReviews(both);
    expect(readReviews({ claim: both })).toHaveLength(2);
    expect(first).toMatchObject({
      ok: {
        claim: { text: 'The bridge is closed.', language: null, madeAt: '2024-10-20T00:00:00Z' },
        review: {
          ...{ url: claimReview.url, title: 'Is the bridge closed?', language: 'en' },
          publisher: { name: 'The Checkers', site: 'checker.example' },
          publishedAt: '2024-10-24T00:00:00Z',
          rating: { word: 'Mostly false', value: null },
        },
      },
      warnings: [],
    });
    expect(first).toHaveProperty('ok.claim.claimant', { name: 'The mayor', kind: null, urls: [] });
    expect(second).toMatchObject({
      ok: { review: { rating: { word: 'True' } } },
      warnings: [{ code: 'url.missing', path: 'claimReview.1' }],
    });
  });

  it('names the site where there is no address', () => {
    const { found } = readOne({ ...claim, claimReview: [{ ...claimReview, url: undefined }] });
    expect(found.review.publisher.site).toBe('checker.example');
  });

  it('gives a fact-check for each markup of a page', () => {
    const page = {
      name: 'pages/1',
      pageUrl: 'https://checker.example/checks/1',
      publishDate: '2024-10-24',
      claimReviewAuthor: { name: 'The Checkers' },
      claimReviewMarkups: [
        {
          claimReviewed: 'The bridge is closed.',
          claimDate: '2024-10-20',
          claimFirstAppearance: 'https://news.example/1',
          claimAppearances: ['https://news.example/2'],
          claimAuthor: { name: 'The mayor', sameAs: 'https://town.example/mayor' },
          rating: {
            ...{ textualRating: 'Untrue', ratingValue: 1, worstRating: 1, bestRating: 5 },
            ratingExplanation: 'It is open.',
          },
        },
        { url: 'https://checker.example/checks/1#two', claimReviewed: 'The road is closed.' },
      ],
    };
    const [first, second] = readReviews(page);
    expect(first).toMatchObject({
      ok: {
        claim: {
          appearances: [{ url: 'https://news.example/1' }, { url: 'https://news.example/2' }],
          ...{ madeAt: '2024-10-20', claimant: { name: 'The mayor', urls: ['https://town.example/mayor'] } },
        },
        review: {
          ...{ url: page.pageUrl, publishedAt: '2024-10-24', publisher: { name: 'The Checkers' } },
          rating: { word: 'Untrue', value: 1, best: 5, worst: 1, explanation: 'It is open.' },
        },
      },
      warnings: [],
    });
    expect(second).toMatchObject({
      ok: { review: { url: 'https://checker.example/checks/1#two' } },
      warnings: [{ code: 'rating.missing', path: 'claimReviewMarkups.1' }],
    });
  });
});
