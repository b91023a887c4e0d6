import type { ExternalContent } from '../../external-reviews/external-review.entity.js';

/** Another publisher's fact-check, as an import takes it: what it says of itself, nothing judged and nothing guessed. */
export interface FoundReview {
  claim: FoundClaim;
  review: ExternalContent;
  /** What stands under our own vocabulary, by the names it has there, when the review came from a desk such as this. */
  extension: Record<string, unknown> | null;
}

export interface FoundClaim {
  text: string;
  language: string | null;
  /** The first appearance, where it is known, stands first. */
  appearances: { url: string; publishedAt: string | null }[];
  madeAt: string | null;
  claimant: FoundClaimant | null;
  topics: string[];
}

export interface FoundClaimant {
  name: string;
  kind: 'person' | 'organisation' | null;
  urls: string[];
}

/** `path` is where it stands in what was read: `itemReviewed.author.0.name`. */
export interface Remark {
  code: string;
  path: string;
  message: string;
}

export type ReviewRead = { ok: FoundReview; warnings: Remark[] } | { refused: Remark };

/** Limits of the API, in characters and entries. */
export const LIMITS = { text: 10_000, name: 500, topic: 100, entries: 50 };

export function refuse(code: string, path: string, message: string): ReviewRead {
  return { refused: remark(code, path, message) };
}

/** What is quoted in it may be no text that can be kept, or have been cut in the midst of a character. */
export function remark(code: string, path: string, message: string): Remark {
  return { code, path, message: message.toWellFormed().replaceAll('\0', '\ufffd') };
}
