import { Type } from 'typebox';
import { CAUSE_KINDS } from '../../facts/claims/re-review.dto.js';
import { id, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import type { CauseRow } from './re-reviews.repository.js';

const CAUSE = Type.Object({
  kind: oneOf(CAUSE_KINDS),
  statementId: nullable(id()),
  evidenceId: nullable(id()),
  sourceId: nullable(id()),
});

const VERDICT_ROUND = Type.Integer({ description: 'The round whose verdict is in question.' });

export const RE_REVIEW_OPENED = eventType('claim.re-review-opened', {
  subject: 'claim',
  says: 'A claim with a verdict returned to review.',
  data: { cause: CAUSE, verdictRound: VERDICT_ROUND, roundId: id(), round: Type.Integer() },
});

export const RE_REVIEW_EXTENDED = eventType('claim.re-review-extended', {
  subject: 'claim',
  says: 'Something more has put a verdict in question that was in question already; no second round was opened.',
  data: {
    cause: CAUSE,
    verdictRound: VERDICT_ROUND,
    roundId: nullable(id('The round that runs; null when the claim is in none just now.')),
    round: nullable(Type.Integer()),
  },
});

export type Cause = Pick<CauseRow, 'kind' | 'statementId' | 'evidenceId' | 'sourceId'>;

export function toldCause({ kind, statementId, evidenceId, sourceId }: Cause): Cause {
  return { kind, statementId, evidenceId, sourceId };
}
