import { type Static, Type } from 'typebox';
import { id, instant, list, nullable, oneOf } from '../../record/events/event-fields.js';

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a decision or an adjudication says, and what it rests on. */
export const GROUND = {
  rating: Type.String(),
  confidence: oneOf(CONFIDENCES),
  rationale: Type.String(),
  overrideReason: nullable(Type.String()),
  citedStatements: list(id()),
  citedEvidence: list(id()),
};
export const CONTENT = { ...GROUND, claimVersion: nullable(Type.Integer()) };

/** A decision as it is told when its round ends. */
export const DECISION = Type.Object({ decisionId: id(), memberId: id(), ...CONTENT, decidedAt: instant() });

export interface GivenDecision {
  id: string;
  memberId: string;
  rating: string;
  confidence: Confidence;
  rationale: string;
  overrideReason: string | null;
  citedStatements: string[];
  citedEvidence: string[];
  claimVersion: number | null;
  decidedAt: Date;
  /** The member entered the claim, or had recorded a statement of it before their lease began. */
  ownWork: boolean;
}

export function tellDecision(decision: GivenDecision): Static<typeof DECISION> {
  const { id: decisionId, ownWork: _ownWork, ...content } = decision;
  return { decisionId, ...content };
}
