import { readOne, reviewing } from '../../../../test/setup/claim-review.js';

describe('an appearance', () => {
  const [one, two, three] = ['https://a.example/1?x=1,2&and=3', 'http://b.example/2', 'https://c.example/3'];
  it.each([
    ['text', { appearance: one }, [one]],
    ['object', { appearance: { '@type': 'CreativeWork', url: one } }, [one]],
    ['object with several addresses', { appearance: { url: [one, two] } }, [one, two]],
    ['object known by its id', { appearance: { '@id': one } }, [one]],
    ['list', { appearance: [one, { url: two }, null, [three]] }, [one, two, three]],
    ['text with commas', { appearance: `${one}, ${two},${three}` }, [one, two, three]],
    ['text with spaces', { appearance: ` ${one}  ${two}\n${three}` }, [one, two, three]],
    ['text with "and"', { appearance: `${one}, ${two} and ${three}` }, [one, two, three]],
    ['text with entities', { appearance: 'https://a.example/?x=1&amp;y=2' }, ['https://a.example/?x=1&y=2']],
    [
      'address of an archive',
      { appearance: `https://archive.example/web/2020/${two}` },
      [`https://archive.example/web/2020/${two}`],
    ],
    ['address of what is reviewed', { url: one }, [one]],
    ['list of addresses of what is reviewed', { url: [one, two] }, [one, two]],
    [
      'work of which a part is reviewed',
      { '@type': 'Clip', isPartOf: { '@type': 'VideoObject', url: one } },
      [one],
    ],
    ['first one, which stands first and once', { appearance: [one, two], firstAppearance: two }, [two, one]],
  ])('is found as %s', (_, item, expected) => {
    const { found, warnings } = readOne(reviewing(item));
    expect([found.claim.appearances.map(({ url }) => url), warnings]).toEqual([expected, []]);
  });

  it.each([
    ["on the fact-checker's own site", 'https://www.checker.example/checks/1', 'appearance.own_site'],
    ['on a part of that site', 'https://images.checker.example/1.png', 'appearance.own_site'],
    ['that is no address', 'A post on a social network', 'url.unreadable'],
    ['that is not on the web', 'ftp://a.example/1', 'url.unreadable'],
    ['that would run', 'javascript:alert(1)', 'url.unreadable'],
    ['with half a character in it', 'https://a.example/\ud83d', 'url.unreadable'],
    ['with what is no character', 'https://a.example/\0', 'url.unreadable'],
  ])('%s is left out and told', (_, appearance, code) => {
    const { found, warnings } = readOne(reviewing({ appearance: [appearance, one] }));
    expect([found.claim.appearances.map(({ url }) => url), warnings]).toEqual([
      [one],
      [[code, 'itemReviewed.appearance.0']],
    ]);
  });

  it('on a site whose name only ends alike is kept', () => {
    const appearance = 'https://notchecker.example/1';
    expect(readOne(reviewing({ appearance })).found.claim.appearances).toHaveLength(1);
  });

  it('is one of fifty at the most', () => {
    const appearance = Array.from({ length: 60 }, (_, index) => `https://a.example/${index}`);
    const { found, warnings } = readOne(reviewing({ appearance }));
    expect([found.claim.appearances.length, warnings]).toEqual([
      50,
      [['entries.cut', 'itemReviewed.appearance.0']],
    ]);
  });
});
