import { isWebAddress } from '../../../base/http/formats.js';
import { refuse, type ReviewRead } from './found-review.js';
import type { Located } from './located.js';
import { readLocated } from './normal-form.js';
import { clean } from './texts.js';
import type { At } from './values.js';

const NEEDED = ['claimReview_claimReviewed', 'claimReview_url', 'rating_alternateName'];

/** Whether a table has a fact-check in each row, with the columns of ClaimsKG. */
export function hasReviewColumns(header: string[]): boolean {
  return NEEDED.every((name) => header.includes(name));
}

/** A row of such a table in the same form. */
export function reviewFromColumns(record: Record<string, string>): ReviewRead {
  const cell = (name: string): At[] => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    return typeof value === 'string' && value.trim() !== '' ? [{ value, path: name }] : [];
  };
  if (Object.values(record).every((value) => value === ''))
    return refuse('claim.missing', '', 'The row is empty.');
  const { claimants, authors, isUncertain } = sortAuthors(cell);
  const read = readLocated({
    ...{ at: { value: record, path: '' }, claimLanguage: [], appearances: [], summary: [], language: [] },
    ...{ modifiedAt: [], extension: null },
    claim: cell('claimReview_claimReviewed'),
    madeAt: cell('creativeWork_datePublished'),
    claimants,
    topics: cell('extra_tags').flatMap(tagsIn),
    url: cell('claimReview_url'),
    title: cell('extra_title'),
    publishers: cell('claimReview_author_name').concat(cell('claimReview_source')),
    authors,
    publishedAt: cell('claimReview_datePublished'),
    rating: {
      words: cell('rating_alternateName'),
      values: cell('rating_ratingValue'),
      best: cell('rating_bestRating'),
      worst: cell('rating_worstRating'),
      explanation: [],
    },
  } satisfies Located);
  if (isUncertain && 'ok' in read) {
    const message = 'It may be who made the claim or who reviewed it; it was left out.';
    read.warnings.push({ code: 'claimant.uncertain', path: 'creativeWork_author_name', message });
  }
  return read;
}

/**
 * The column of the claim's author holds who wrote the review just as often. It is only believed where the row names
 * the reviewers beside it: nobody shall be said to have claimed what they have refuted.
 */
function sortAuthors(cell: (name: string) => At[]) {
  const [author] = cell('creativeWork_author_name');
  const reviewers = cell('claimReview_author').flatMap(namesIn);
  const none = { claimants: [] as At[], authors: reviewers, isUncertain: false };
  if (author === undefined) return none;
  const name = clean(author.value as string);
  if (reviewers.some(({ value }) => value === name)) return none;
  if (reviewers.length > 0) {
    const sameAs = cell('creativeWork_author_sameAs').map(({ value }) => value);
    return { ...none, claimants: [{ value: { name: unquoted(name), sameAs }, path: author.path }] };
  }
  const [page] = cell('claimReview_author_url');
  if (page !== undefined && isPageOf(name, page.value as string)) return { ...none, authors: [author] };
  return { ...none, isUncertain: true };
}

/** Whether the last part of the address has a part of the name in it, as /staff/jane-doe has. */
function isPageOf(name: string, url: string): boolean {
  if (!isWebAddress(url)) return false;
  const last = new URL(url).pathname.toLowerCase().split('/').filter(Boolean).at(-1) ?? '';
  const parts = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return parts.some((part) => part.length > 2 && last.includes(part));
}

function namesIn({ value, path }: At): At[] {
  return (value as string).split(',').map((name) => ({ value: clean(name), path }));
}

/** Tags with commas between them, or as a list of Python: ['a', "b"]. */
function tagsIn({ value, path }: At): At[] {
  const text = unquoted((value as string).trim());
  const tags = /^\[.*\]$/s.test(text)
    ? [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)].map(([, single, double]) =>
        (single ?? double ?? '').replace(/\\(.)/gs, '$1'),
      )
    : text.split(',');
  return tags.map((tag) => ({ value: tag, path }));
}

function unquoted(text: string): string {
  return /^".*"$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
