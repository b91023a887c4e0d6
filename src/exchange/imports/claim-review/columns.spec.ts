import { hasReviewColumns, reviewFromColumns } from './columns.js';

const row = (changes: Record<string, string> = {}) => ({
  rating_ratingValue: '',
  rating_worstRating: '',
  rating_bestRating: '',
  rating_alternateName: 'False',
  creativeWork_author_name: '',
  creativeWork_datePublished: '2024-10-20',
  creativeWork_author_sameAs: '',
  claimReview_author_name: 'The Checkers',
  claimReview_author_url: '',
  claimReview_url: 'https://www.checker.example/checks/1',
  claimReview_claimReviewed: '“The bridge is closed.”',
  claimReview_datePublished: '2024-7-4',
  claimReview_source: 'checkers',
  claimReview_author: '',
  extra_title: 'Is the bridge closed?',
  extra_tags: '',
  ...changes,
});

function readOne(changes: Record<string, string> = {}) {
  const read = reviewFromColumns(row(changes));
  if (!('ok' in read)) throw new Error(read.refused.code);
  return { ...read.ok, warnings: read.warnings.map(({ code, path }) => [code, path]) };
}

describe('a table of fact-checks', () => {
  it('is known by its columns', () => {
    expect(hasReviewColumns(Object.keys(row()))).toBe(true);
    expect(hasReviewColumns(['text', 'claimReview_url', 'rating_alternateName'])).toBe(false);
  });

  it('gives the same form', () => {
    const scale = { rating_ratingValue: '1', rating_worstRating: '1', rating_bestRating: '5' };
    expect(readOne(scale)).toEqual({
      claim: {
        ...{ text: '“The bridge is closed.”', language: null, appearances: [], madeAt: '2024-10-20' },
        ...{ claimant: null, topics: [] },
      },
      review: {
        ...{ url: 'https://www.checker.example/checks/1', title: 'Is the bridge closed?', summary: null },
        publisher: { name: 'The Checkers', site: 'checker.example' },
        ...{ authors: [], publishedAt: '2024-07-04', modifiedAt: null, language: null },
        rating: { word: 'False', value: 1, best: 5, worst: 1, explanation: null },
      },
      extension: null,
      warnings: [],
    });
  });

  it.each([
    ['without the claim', { claimReview_claimReviewed: ' ' }],
    ['with nothing', Object.fromEntries(Object.keys(row()).map((name) => [name, '']))],
  ])('has rows %s, which are refused', (_, changes) => {
    expect(reviewFromColumns(row(changes))).toMatchObject({ refused: { code: 'claim.missing' } });
  });

  it('may lack columns', () => {
    expect(reviewFromColumns({ claimReview_claimReviewed: 'x' })).toMatchObject({
      ok: { claim: { text: 'x' } },
    });
    expect(reviewFromColumns({})).toMatchObject({ refused: { code: 'claim.missing' } });
  });

  it.each([
    ['Health,Health , Bridges', ['Health', 'Bridges']],
    [`"['Health', \\"O'Neill's\\", 'a, b']"`.replaceAll('\\"', '"'), ['Health', "O'Neill's", 'a, b']],
    ['[]', []],
    ['', []],
  ])('has tags %s', (extra_tags, topics) => {
    expect(readOne({ extra_tags }).claim.topics).toEqual(topics);
  });

  it('has no more than fifty tags, of a hundred characters each', () => {
    const many = Array.from({ length: 60 }, (_, index) => `tag ${index}`).join(',');
    const { claim, warnings } = readOne({ extra_tags: `${'x'.repeat(101)},${many}` });
    expect([claim.topics.length, claim.topics[0]]).toEqual([50, 'x'.repeat(100)]);
    expect(warnings).toEqual([
      ['text.cut', 'extra_tags'],
      ['entries.cut', 'extra_tags'],
    ]);
  });
});

describe("the column of the claim's author", () => {
  const creativeWork_author_name = 'Some Name';
  it('is believed where the reviewers are named beside it', () => {
    const creativeWork_author_sameAs = 'https://social.example/name';
    const { claim, review, warnings } = readOne({
      ...{ creativeWork_author_name: '"Some Name"', creativeWork_author_sameAs },
      claimReview_author: 'First Author,Second Author',
    });
    expect(claim.claimant).toEqual({ name: 'Some Name', kind: null, urls: [creativeWork_author_sameAs] });
    expect([review.authors, warnings]).toEqual([['First Author', 'Second Author'], []]);
  });

  it.each([
    ['who is named as reviewer too', { claimReview_author: 'Some Name' }],
    [
      'whose page the fact-checkers have',
      { claimReview_author_url: 'https://checker.example/staff/some-name/' },
    ],
  ])('is an author of the review %s', (_, changes) => {
    const { claim, review, warnings } = readOne({ creativeWork_author_name, ...changes });
    expect([claim.claimant, review.authors, warnings]).toEqual([null, ['Some Name'], []]);
  });

  it.each<Record<string, string>>([{}, { claimReview_author_url: 'https://checker.example/staff/another/' }])(
    'is left out and told where it may be either (%j)',
    (changes) => {
      const { claim, review, warnings } = readOne({ creativeWork_author_name, ...changes });
      expect([claim.claimant, review.authors]).toEqual([null, []]);
      expect(warnings).toEqual([['claimant.uncertain', 'creativeWork_author_name']]);
    },
  );
});
