import { type Fields, readOne, review, reviewing } from '../../../../test/setup/claim-review.js';

describe('who made the claim', () => {
  const urls = ['https://a.example/', 'https://b.example/'];
  it.each([
    ['a text', 'The mayor', { name: 'The mayor', kind: null, urls: [] }],
    [
      'a person',
      { '@type': 'Person', name: 'The mayor', sameAs: urls[0] },
      { name: 'The mayor', kind: 'person', urls: [urls[0]] },
    ],
    ['with several addresses', { name: 'The mayor', sameAs: urls }, { name: 'The mayor', kind: null, urls }],
    [
      'an organisation',
      { '@type': 'GovernmentOrganization', name: 'The town' },
      { name: 'The town', kind: 'organisation', urls: [] },
    ],
    [
      'a party',
      { '@type': 'PoliticalParty', name: 'The party' },
      { name: 'The party', kind: 'organisation', urls: [] },
    ],
    ['a list of one', [{ name: ['The mayor'] }], { name: 'The mayor', kind: null, urls: [] }],
    ['nobody', [], null],
  ])('is %s', (_, author, expected) => {
    const { found, warnings } = readOne(reviewing({ '@type': 'Claim', author }));
    expect([found.claim.claimant, warnings]).toEqual([expected, []]);
  });

  it('is the first of several, which is told', () => {
    const { found, warnings } = readOne(reviewing({ author: ['The mayor', { name: 'A blog' }] }));
    expect([found.claim.claimant?.name, warnings]).toEqual([
      'The mayor',
      [['claimant.several', 'itemReviewed.author.1']],
    ]);
  });

  it('is nobody when there is no name, which is told', () => {
    const { found, warnings } = readOne(reviewing({ author: { sameAs: 'https://a.example' } }));
    expect([found.claim.claimant, warnings]).toEqual([null, [['claimant.unnamed', 'itemReviewed.author']]]);
  });
});

describe('who reviewed', () => {
  it.each([
    [
      'an organisation as author',
      { author: { '@type': 'Organization', name: 'The Checkers' } },
      'The Checkers',
      [],
    ],
    ['names alone', { author: ['First Author', 'Second Author'] }, null, ['First Author', 'Second Author']],
    [
      'a person of an organisation',
      { author: { '@type': 'Person', name: 'First Author', worksFor: { name: 'The Checkers' } } },
      'The Checkers',
      ['First Author'],
    ],
    ['an address alone', { author: 'https://checker.example' }, null, []],
    ['a publisher beside it', { publisher: 'The Publisher' }, 'The Publisher', []],
  ])('is %s', (_, changes, name, authors) => {
    expect(readOne(review(changes)).found.review).toMatchObject({
      publisher: { name, site: 'checker.example' },
      authors,
    });
  });

  it('has the site of the review, without www., or else its own', () => {
    const site = (changes: Fields) => readOne(review(changes)).found.review.publisher.site;
    expect(site({ url: 'https://www.checker.example/1' })).toBe('checker.example');
    const author = {
      '@type': 'Organization',
      url: 'https://own.example/',
      sameAs: 'https://social.example/own',
    };
    expect(site({ url: null, author })).toBe('own.example');
  });
});
