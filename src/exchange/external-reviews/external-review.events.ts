import { Type } from 'typebox';
import type { NewEvent } from '../../record/events/event.js';
import { list, nullable } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import type { ExternalReview, RatingWord } from './external-review.entity.js';

const text = () => nullable(Type.String());
const number = () => nullable(Type.Number());

const REVIEW = Type.Object({
  url: text(),
  title: text(),
  summary: text(),
  publisher: Type.Object({ name: text(), site: text() }),
  authors: list(Type.String()),
  publishedAt: text(),
  modifiedAt: text(),
  language: text(),
  rating: Type.Object({
    word: text(),
    value: number(),
    best: number(),
    worst: number(),
    explanation: text(),
  }),
});

const EXTERNAL_REVIEW_ADDED = eventType('external-review.added', {
  subject: 'external-review',
  says: 'Another publisher’s review of a claim was put beside it. It is no verdict of ours.',
  data: { review: REVIEW },
});

const EXTERNAL_REVIEW_UPDATED = eventType('external-review.updated', {
  subject: 'external-review',
  says: 'Another publisher’s review of a claim says something else now.',
  data: { before: REVIEW, review: REVIEW },
});

const RATING_WORD_MAPPED = eventType('rating-word.mapped', {
  subject: 'rating-word',
  says: 'It was said which rating of ours a publisher’s word comes near to.',
  data: { publisher: Type.String(), word: Type.String(), from: text(), to: text() },
});

export function externalReviewAdded({ id, claimId, content: review }: ExternalReview): NewEvent {
  return EXTERNAL_REVIEW_ADDED.of({ id, claimId }, { review });
}

export function externalReviewUpdated(
  { id, claimId, content: before }: ExternalReview,
  review: ExternalReview['content'],
): NewEvent {
  return EXTERNAL_REVIEW_UPDATED.of({ id, claimId }, { before, review });
}

export function ratingWordMapped(
  { id, publisher, word, rating: from }: RatingWord,
  to: string | null,
): NewEvent {
  return RATING_WORD_MAPPED.of({ id }, { publisher, word, from, to });
}
