import { normalise } from '../../../base/text/normalise.js';
import type { FoundReview } from './found-review.js';

const SUSPICIOUS = 3;
const MOST_KEPT = 10_000;
const LONGEST_KEY = 200;

/**
 * Some sites put the same words of their template into every article instead of the claim. One element does not show
 * it; this counts, over an import, the reviews that a site has of the same words, and forgets those not seen for long.
 */
export class RepeatedTemplates {
  /** Addresses of the first reviews of the same words, the words last seen last. */
  private readonly seen = new Map<string, string[]>();

  /** Whether it is at least the third review of its site with these words. The same review again counts once. */
  isRepeated({ claim, review }: FoundReview): boolean {
    const key = `${review.publisher.site ?? ''} ${normalise(claim.text.slice(0, LONGEST_KEY))} ${claim.text.length}`;
    const addresses = this.seen.get(key) ?? [];
    this.seen.delete(key);
    const isNew = review.url === null || !addresses.includes(review.url);
    if (isNew && addresses.length < SUSPICIOUS) addresses.push(review.url ?? '');
    this.seen.set(key, addresses);
    if (this.seen.size > MOST_KEPT) this.seen.delete(this.seen.keys().next().value!);
    return addresses.length >= SUSPICIOUS;
  }
}
