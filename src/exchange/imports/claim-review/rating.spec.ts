import { rated, readOne, review } from '../../../../test/setup/claim-review.js';

describe('a rating', () => {
  const nothing = { word: null, value: null, best: null, worst: null, explanation: null };
  it.each([
    ['a text', 'Pants &quot;on&quot;  fire', { word: 'Pants "on" fire' }, []],
    ['a number', 3, { value: 3 }, []],
    ['a number in a text', { ratingValue: ' 4.5 ' }, { value: 4.5 }, []],
    [
      'under properties',
      { properties: { alternateName: ['Falso'], ratingValue: ['1'] } },
      { word: 'Falso', value: 1 },
      [],
    ],
    ['a word as @value', { alternateName: { '@value': 'Faux', '@language': 'fr' } }, { word: 'Faux' }, []],
    ['a list of words', { alternateName: ['', null, 'Untrue', 'False'] }, { word: 'Untrue' }, []],
    ['a list of ratings', [{ alternateName: 'Untrue' }, { alternateName: 'True' }], { word: 'Untrue' }, []],
    ['a name alone', { name: 'Misleading' }, { word: 'Misleading' }, []],
    ['a word that is a number', { alternateName: '4' }, { word: '4' }, []],
    ['a word where the number should be', { ratingValue: 'Half true' }, { word: 'Half true' }, []],
    [
      'a word there too',
      { ratingValue: 'x', alternateName: 'Untrue' },
      { word: 'Untrue' },
      [['rating.no_number', 'reviewRating.ratingValue']],
    ],
    [
      'of words of a map of languages',
      { alternateName: { en: 'False', pt: 'Falso' } },
      { word: 'False' },
      [],
    ],
    [
      'not set',
      { alternateName: 'x', ratingValue: -1, bestRating: '-1', worstRating: -1 },
      { word: 'x' },
      [],
    ],
    ['of -1 without a scale', { alternateName: 'x', ratingValue: -1 }, { word: 'x' }, []],
    ['set without a scale', { ratingValue: 3, bestRating: -1, worstRating: -1 }, { value: 3 }, []],
    [
      'of -1 on a scale with it',
      { ratingValue: -1, bestRating: 1, worstRating: -1 },
      { value: -1, best: 1, worst: -1 },
      [],
    ],
    [
      'below its scale',
      { bestRating: 10, ratingValue: 0, worstRating: 1 },
      { value: 1, best: 10, worst: 1 },
      [['rating.off_scale', 'reviewRating.ratingValue']],
    ],
    [
      'above its scale',
      { bestRating: 5, ratingValue: 100, worstRating: 1 },
      { value: 5, best: 5, worst: 1 },
      [['rating.off_scale', 'reviewRating.ratingValue']],
    ],
    [
      'on a scale turned round',
      { bestRating: 1, ratingValue: 4, worstRating: 5 },
      { value: 4, best: 1, worst: 5 },
      [],
    ],
    [
      'above the best, with no worst',
      { bestRating: 6, ratingValue: 7 },
      { value: 6, best: 6 },
      [['rating.off_scale', 'reviewRating.ratingValue']],
    ],
    [
      'no number at all',
      { alternateName: 'x', ratingValue: 1, bestRating: 'five', worstRating: '1e999' },
      { word: 'x', value: 1 },
      [
        ['rating.no_number', 'reviewRating.bestRating'],
        ['rating.no_number', 'reviewRating.worstRating'],
      ],
    ],
    ['missing', null, {}, [['rating.missing', '']]],
    ['of no text', { alternateName: {}, ratingValue: [] }, {}, [['rating.missing', '']]],
  ])('%s is kept for what it is', (_, reviewRating, expected, told) => {
    const { found, warnings } = readOne(rated(reviewRating));
    expect([found.review.rating, warnings]).toEqual([{ ...nothing, ...expected }, told]);
  });

  it('has its word in the language of the review, where there is a choice', () => {
    const alternateName = { en: 'False', pt: 'Falso' };
    expect(
      readOne(review({ inLanguage: 'pt_BR', reviewRating: { alternateName } })).found.review,
    ).toMatchObject({
      language: 'pt-BR',
      rating: { word: 'Falso' },
    });
  });
});
