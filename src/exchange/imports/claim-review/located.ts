import type { At } from './values.js';

/**
 * Where each thing stands in what was read, whatever the format: all that is said there, what counts most first.
 * Formats differ in where they put things, hardly in how they spoil them, so all are cleaned in one place.
 */
export interface Located {
  /** The whole of it. */
  at: At;
  claim: At[];
  claimLanguage: At[];
  /** The first appearance first. */
  appearances: At[];
  madeAt: At[];
  claimants: At[];
  topics: At[];
  url: At[];
  title: At[];
  summary: At[];
  publishers: At[];
  /** Persons, and organisations, which are publishers. */
  authors: At[];
  publishedAt: At[];
  modifiedAt: At[];
  language: At[];
  rating: LocatedRating;
  extension: Record<string, unknown> | null;
}

export interface LocatedRating {
  words: At[];
  values: At[];
  best: At[];
  worst: At[];
  explanation: At[];
}
