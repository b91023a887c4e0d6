import { Type } from 'typebox';
import { id, instant, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { TURN } from '../rounds/round.events.js';
import { CONFIDENCES } from './decision.entity.js';

const GROUND = {
  rating: Type.String(),
  confidence: oneOf(CONFIDENCES),
  rationale: Type.String(),
  overrideReason: nullable(Type.String()),
  citedStatements: list(id()),
  citedEvidence: list(id()),
};
const CONTENT = { ...GROUND, claimVersion: nullable(Type.Integer()) };
const DECISION = Type.Object({ decisionId: id(), memberId: id(), ...CONTENT, decidedAt: instant() });

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
  says: 'The decisions of a round do not agree, and an editor has to settle it; now they are told.',
  data: { decisions: list(DECISION) },
});

export const CLAIM_ADJUDICATED = eventType('claim.adjudicated', {
  subject: 'claim',
  says: 'An editor settled what decisions disagreed on.',
  data: { adjudicationId: id(), ...GROUND },
});
