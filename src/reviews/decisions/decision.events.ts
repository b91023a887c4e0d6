import { Type } from 'typebox';
import { id, list, nullable } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { TURN } from '../rounds/round.events.js';
import { CONTENT, DECISION, GROUND } from '../rounds/given-decision.js';

export const DECISION_SUBMITTED = eventType('decision.submitted', {
  subject: 'assignment',
  says: 'A decision was given. While its round is blind, only that it was given is told.',
  data: {
    ...TURN,
    decisionId: id(),
    ...Type.Partial(Type.Object(CONTENT)).properties,
  },
});

export const ROUND_SETTLED = eventType('round.settled', {
  subject: 'round',
  says: 'A round ended with a verdict; now its decisions are told.',
  data: { rating: Type.String(), decisions: list(DECISION) },
});

export const ROUND_DISAGREED = eventType('round.disagreed', {
  subject: 'round',
  says: 'The decisions of a round do not agree, or they agree against the record and nobody said why; an editor has to settle it. Now they are told.',
  data: {
    decisions: list(DECISION),
    agreed: nullable(
      Type.String({
        description:
          'The rating they agree on, against the record and without a reason; null: they disagree.',
      }),
    ),
  },
});

export const CLAIM_ADJUDICATED = eventType('claim.adjudicated', {
  subject: 'claim',
  says: 'An editor settled what decisions disagreed on.',
  data: { adjudicationId: id(), ...GROUND },
});
