import type { FoundReview } from './found-review.js';
import { readReviews } from './read-reviews.js';
import { RepeatedTemplates } from './repeated-templates.js';

function found(claimReviewed: string, url: string | null): FoundReview {
  const [read] = readReviews({ '@type': 'ClaimReview', claimReviewed, url });
  if (read === undefined || !('ok' in read)) throw new Error('refused');
  return read.ok;
}

describe('words of a template', () => {
  it('are known when a site has them for the third time, however they are written', () => {
    const templates = new RepeatedTemplates();
    const words = ['Claim checked', 'CLAIM checked', 'Claim  checked', 'Claim checked'];
    const told = words.map((text, index) => templates.isRepeated(found(text, `https://a.example/${index}`)));
    expect(told).toEqual([false, false, true, true]);
  });

  it('are not those of other sites, nor other words, nor the same review again', () => {
    const templates = new RepeatedTemplates();
    const reviews = [
      ...['a', 'b', 'c', 'd'].map((site) => found('Claim checked', `https://${site}.example/1`)),
      ...['one', 'two', 'three'].map((text) => found(text, `https://a.example/${text}`)),
      ...['x', 'x', 'x', 'x'].map((text) => found(text, 'https://a.example/x')),
    ];
    expect(reviews.filter((review) => templates.isRepeated(review))).toEqual([]);
  });

  it('are counted where the reviews have no address', () => {
    const templates = new RepeatedTemplates();
    expect([1, 2, 3].map(() => templates.isRepeated(found('x', null)))).toEqual([false, false, true]);
  });

  it('are forgotten when they were not seen for long', () => {
    const templates = new RepeatedTemplates();
    const see = (text: string, url: string) => templates.isRepeated(found(text, `https://a.example/${url}`));
    for (const text of ['old', 'kept']) for (const url of ['1', '2']) see(text, url);
    for (let count = 0; count < 9998; count += 1) see(`other ${count}`, 'x');
    expect(see('kept', '3')).toBe(true);
    see('one more', 'x');
    expect(see('old', '3')).toBe(false);
  });
});
