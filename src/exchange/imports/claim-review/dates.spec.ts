import { readOne, review } from '../../../../test/setup/claim-review.js';

describe('a date', () => {
  it.each([
    ['2024-10-24', '2024-10-24'],
    ['2024-7-4', '2024-07-04'],
    ['2024-10-24T21:24:00Z', '2024-10-24T21:24:00Z'],
    ['2024-10-24T21:24:00.123+02:00', '2024-10-24T21:24:00.123+02:00'],
    ['2024-10-24T21:24+0200', '2024-10-24T21:24:00+02:00'],
    ['2024-10-24 21:24:00 UTC', '2024-10-24T21:24:00Z'],
    ['Oct 24, 2024', '2024-10-24'],
    ['October 24th, 2024', '2024-10-24'],
    ['24 Sept. 2024', '2024-09-24'],
    ['Thu, 24 Oct 2024 09:01:00 GMT', '2024-10-24T09:01:00Z'],
    [{ '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': '2024-10-24' }, '2024-10-24'],
    [null, null],
    ['', null],
  ])('%j is %s', (datePublished, expected) => {
    const { found, warnings } = readOne(review({ datePublished }));
    expect([found.review.publishedAt, warnings]).toEqual([expected, []]);
  });

  it.each([
    '2  023-04-14T21:24:00Z',
    '2023-02-30',
    '0001-01-01T00:00:00Z',
    '02/03/2024',
    '2024',
    'yesterday',
    'Foo 24, 2024',
    1729728000000,
    '2024-10-24T25:00:00Z',
    '9'.repeat(100),
  ])('%j is none, which is told', (datePublished) => {
    const { found, warnings } = readOne(review({ datePublished }));
    expect([found.review.publishedAt, warnings]).toEqual([null, [['date.unreadable', 'datePublished']]]);
  });

  it('whose time has no zone is a day, which is told', () => {
    const { found, warnings } = readOne(review({ datePublished: '2024-10-24T21:24:00' }));
    expect([found.review.publishedAt, warnings]).toEqual([
      '2024-10-24',
      [['date.without_zone', 'datePublished']],
    ]);
  });
});
