import { TooLarge } from './document-errors.js';
import { locateMarkups, locateSearchedClaim } from './fact-check-tools.js';
import { refuse, type ReviewRead } from './found-review.js';
import { readLocated } from './normal-form.js';
import { locateClaimReview } from './schema-org.js';
import { isClaimReview, typesOf } from './types.js';
import { type At, hasField, isRecord, valuesOf } from './values.js';

/** Fields whose members are all meant to be fact-checks, and those of pages, where one may stand among other things. */
const OF_LISTS = [
  'dataFeedElement',
  'item',
  'itemListElement',
  'claims',
  'results',
  'claim',
  'claimReviewMarkupPages',
];
const OF_PAGES = ['@graph', 'mainEntity', 'review', 'hasPart'];
const DEEPEST = 6;

/** The fact-checks in one element, each read or refused. It never throws, whatever it is given. */
export function readReviews(element: unknown): ReviewRead[] {
  if (element instanceof TooLarge) {
    return [
      refuse(
        'element.too_large',
        '',
        `What begins at byte ${element.position} is too long for a fact-check.`,
      ),
    ];
  }
  return readAt({ value: element, path: '' }, true, 0);
}

/** Whether a fact-check stands in it; a page tells of its site and its images too. */
export function mayBeReview(value: unknown): boolean {
  return readAt({ value, path: '' }, false, 0).length > 0;
}

function readAt(at: At, isMeant: boolean, depth: number): ReviewRead[] {
  if (at.value === null || at.value === undefined) return [];
  if (depth === DEEPEST) return isMeant ? [notAReview(at)] : [];
  if (isRecord(at.value)) {
    const read = readRecord(at, isMeant, depth);
    return read.length === 0 && isMeant && !OF_LISTS.some((name) => hasField(at, name))
      ? [notAReview(at)]
      : read;
  }
  if (!Array.isArray(at.value)) return isMeant ? [notAReview(at)] : [];
  return at.value.flatMap((value: unknown, index) =>
    readAt({ value, path: at.path === '' ? String(index) : `${at.path}.${index}` }, isMeant, depth + 1),
  );
}

function readRecord(at: At, isMeant: boolean, depth: number): ReviewRead[] {
  if (isClaimReview(at.value)) return [readLocated(locateClaimReview(at))];
  if (hasField(at, 'claimReviewMarkups')) return readOrRefuse(at, locateMarkups(at).map(readLocated));
  if (isSearchedClaim(at)) return readOrRefuse(at, locateSearchedClaim(at).map(readLocated));
  if (hasField(at, 'dateDeleted') && isMeant) {
    return [refuse('review.deleted', at.path, 'Its publisher has taken the review back.')];
  }
  const listed = OF_LISTS.flatMap((name) => members(at, name)).flatMap((one) =>
    readAt(one, isMeant, depth + 1),
  );
  const onPage = OF_PAGES.flatMap((name) => members(at, name)).flatMap((one) =>
    readAt(one, false, depth + 1),
  );
  return [...listed, ...onPage];
}

function members(at: At, name: string): At[] {
  return valuesOf(at, name, Infinity);
}

function isSearchedClaim(at: At): boolean {
  if (typesOf(at.value).length > 0) return false;
  const isBare = hasField(at, 'text') && (hasField(at, 'claimant') || hasField(at, 'claimDate'));
  return isBare || hasField(at, 'claimReview');
}

function readOrRefuse(at: At, read: ReviewRead[]): ReviewRead[] {
  return read.length > 0
    ? read
    : [refuse('review.missing', at.path, 'It names a claim, but no review of it.')];
}

function notAReview(at: At): ReviewRead {
  const [type] = typesOf(at.value);
  const what = type === undefined ? 'It' : `A ${type.slice(0, 50)}`;
  return refuse('review.not_a_claim_review', at.path, `${what} is no ClaimReview.`);
}
