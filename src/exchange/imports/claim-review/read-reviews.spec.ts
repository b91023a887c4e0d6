import { type Fields, readOne, review } from '../../../../test/setup/claim-review.js';
import { TooLarge } from './document-errors.js';
import { readReviews } from './read-reviews.js';
import { typesOf } from './types.js';

function refusals(element: unknown) {
  return readReviews(element).map((one) => ('ok' in one ? 'ok' : [one.refused.code, one.refused.path]));
}

describe('a fact-check', () => {
  it('is read with all it says', () => {
    const whole = review({
      headline: 'Is the bridge closed?',
      reviewBody: 'It is open.',
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Publisher' },
      author: [
        { '@type': 'Person', name: 'First Author' },
        { '@type': 'Person', name: 'Second Author' },
      ],
      dateModified: '2024-10-25T10:00:00+02:00',
      inLanguage: 'en-GB',
      reviewRating: {
        ...{ '@type': 'Rating', ratingValue: '2', bestRating: 5, worstRating: 1 },
        ...{ alternateName: 'Mostly false', ratingExplanation: 'One lane is closed.' },
      },
      itemReviewed: {
        '@type': 'Claim',
        inLanguage: 'de',
        datePublished: '2024-10-20',
        author: { '@type': 'Person', name: 'The mayor', sameAs: 'https://town.example/mayor' },
        appearance: [{ '@type': 'CreativeWork', url: 'https://news.example/2', datePublished: '2024-10-21' }],
        firstAppearance: { '@type': 'CreativeWork', url: 'https://news.example/1' },
      },
    });
    expect(readOne(whole)).toEqual({
      found: {
        claim: {
          text: 'The bridge is closed.',
          language: 'de',
          appearances: [
            { url: 'https://news.example/1', publishedAt: null },
            { url: 'https://news.example/2', publishedAt: '2024-10-21' },
          ],
          madeAt: '2024-10-20',
          claimant: { name: 'The mayor', kind: 'person', urls: ['https://town.example/mayor'] },
          topics: [],
        },
        review: {
          url: 'https://checker.example/checks/1',
          title: 'Is the bridge closed?',
          summary: 'It is open.',
          publisher: { name: 'The Publisher', site: 'checker.example' },
          authors: ['First Author', 'Second Author'],
          publishedAt: '2024-10-24',
          modifiedAt: '2024-10-25T10:00:00+02:00',
          language: 'en-GB',
          rating: { word: 'Mostly false', value: 2, best: 5, worst: 1, explanation: 'One lane is closed.' },
        },
        extension: null,
      },
      warnings: [],
    });
  });

  it.each([
    ['with two types', review({ '@type': ['Review', 'ClaimReview'] })],
    ['with its type in full', review({ '@type': 'http://schema.org/ClaimReview' })],
    ['with a prefixed type', review({ '@type': 'schema:ClaimReview' })],
    ['without a type', review({ '@type': undefined })],
    ['with prefixed fields', prefixed(review(), 'schema:')],
    ['with fields in full', prefixed(review(), 'https://schema.org/')],
    ['as microdata', { type: ['http://schema.org/ClaimReview'], properties: microdata(review()) }],
    ['with all values as objects', expanded(review())],
    ['in a list', [[review()]]],
    ['in an item of a feed', { '@type': 'DataFeedItem', item: review() }],
    ['in a list in an item of a feed', { '@type': 'DataFeedItem', item: [null, review(), null] }],
    [
      'in a feed in a list',
      [{ '@type': 'DataFeed', dataFeedElement: [{ item: [review()] }, { item: null }, null] }],
    ],
    ['in a graph in a list', [{ '@graph': [{ '@type': 'WebSite', name: 'x' }, review()] }]],
    ['in a page', { '@type': 'WebPage', mainEntity: review() }],
    ['in an article', { '@type': 'NewsArticle', review: [review()] }],
  ])('%s is the same one', (_, element) => {
    expect(readOne(element)).toEqual(readOne(review()));
  });

  it('brings what stands under our own vocabulary', () => {
    const ours = { 'secondsource:corroboration': { 'secondsource:status': 'contested' } };
    expect(readOne(review(ours)).found.extension).toEqual({
      corroboration: { 'secondsource:status': 'contested' },
    });
  });

  it.each([
    ['nothing', null, []],
    ['a list of nothing', [null, [null]], []],
    ['an item that is not there', { item: null }, []],
    ['a text', 'x', [['review.not_a_claim_review', '']]],
    ['an empty object', {}, [['review.not_a_claim_review', '']]],
    [
      'something else',
      { '@type': 'MediaReview', url: 'https://x.example' },
      [['review.not_a_claim_review', '']],
    ],
    [
      'something else in a feed',
      { item: [{ '@type': 'Recipe' }, review()] },
      [['review.not_a_claim_review', 'item.0'], 'ok'],
    ],
    ['one without anything', { '@type': 'ClaimReview' }, [['claim.missing', '']]],
    [
      'one whose claim is blank',
      review({ claimReviewed: ' &nbsp;\u200b' }),
      [['claim.missing', 'claimReviewed']],
    ],
    [
      'one whose claim is no text',
      review({ claimReviewed: { name: 'x' } }),
      [['claim.missing', 'claimReviewed']],
    ],
    [
      'one whose claim is too long',
      review({ claimReviewed: 'x'.repeat(10_001) }),
      [['claim.too_long', 'claimReviewed']],
    ],
    ['one that was taken back', { dateDeleted: '2024-10-24', item: review() }, [['review.deleted', '']]],
    ['an element that was passed over', new TooLarge(17), [['element.too_large', '']]],
    ['a claim without reviews', { text: 'x', claimant: 'y' }, [['review.missing', '']]],
    [
      'a page without markup',
      { pageUrl: 'https://x.example', claimReviewMarkups: [] },
      [['review.missing', '']],
    ],
  ])('is not found in %s', (_, element, expected) => {
    expect(refusals(element)).toEqual(expected);
  });

  it('takes the claim from the item where the review does not say it, and 10,000 characters of any kind', () => {
    const text = '🐪'.repeat(10_000);
    const { found } = readOne(review({ claimReviewed: '', itemReviewed: { '@type': 'Claim', text } }));
    expect(found.claim.text).toBe(text);
  });

  it('of which more is missing is read, and what is missing told', () => {
    const { found, warnings } = readOne({ claimReviewed: 'The bridge is closed.' });
    expect(found.review).toMatchObject({ url: null, publisher: { name: null, site: null }, authors: [] });
    expect(warnings).toEqual([
      ['url.missing', ''],
      ['rating.missing', ''],
    ]);
  });
});

function prefixed(value: unknown, prefix: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, one]) => [
    key.startsWith('@') ? key : prefix + key,
    prefixed(one, prefix),
  ]);
  return Object.fromEntries(fields) as unknown;
}

function microdata(value: Fields): Fields {
  const fields = Object.entries(value).filter(([key]) => !key.startsWith('@'));
  return Object.fromEntries(
    fields.map(([key, one]) => [
      key,
      [typeof one === 'object' ? { type: typesOf(one), properties: microdata(one as Fields) } : one],
    ]),
  );
}

function expanded(value: Fields): Fields {
  const fields = Object.entries(value).map(([key, one]) => {
    if (key.startsWith('@')) return [key, one];
    return [key, [typeof one === 'object' ? expanded(one as Fields) : { '@value': one }]];
  });
  return Object.fromEntries(fields) as Fields;
}
