import { readOne, review, reviewing } from '../../../../test/setup/claim-review.js';

describe('a text', () => {
  it('is decoded once and its white space collapsed', () => {
    const claimReviewed = '  &ldquo;Caf&eacute;&#8221;\n\tR&amp;D &amp;amp; AT&T &copy\u0000x ';
    expect(readOne(review({ claimReviewed })).found.claim.text).toBe('“Café” R&D &amp; AT&T &copy x');
  });

  it('has no half of a character', () => {
    expect(readOne(review({ claimReviewed: 'a\ud83d b' })).found.claim.text).toBe('a\ufffd b');
  });

  it('that is too long is cut between characters, unless it is the claim, and told', () => {
    const { found, warnings } = readOne(
      review({ headline: '🐪'.repeat(501), reviewBody: 'x'.repeat(10_001) }),
    );
    expect([found.review.title, found.review.summary?.length]).toEqual(['🐪'.repeat(500), 10_000]);
    expect(warnings).toEqual([
      ['text.cut', 'headline'],
      ['text.cut', 'reviewBody'],
    ]);
  });

  it('that something else wrote for it fills no report', () => {
    const appearance = Array.from({ length: 5000 }, (_, index) => `no address ${index}`);
    expect(readOne(reviewing({ appearance })).warnings).toHaveLength(50);
  });

  it.each([
    ['en', 'en'],
    ['pt_BR', 'pt-BR'],
    [{ '@type': 'Language', name: 'German', alternateName: 'de' }, 'de'],
    ['English', null],
    ['', null],
  ])('in the language %j is in %s', (inLanguage, expected) => {
    expect(readOne(review({ inLanguage })).found.review.language).toBe(expected);
  });
});
