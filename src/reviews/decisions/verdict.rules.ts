import { CONFIDENCES, type Confidence } from '../rounds/given-decision.js';

/** What a decision contributes to a verdict. */
export interface Ground {
  rating: string;
  confidence: Confidence;
  rationale: string;
  overrideReason: string | null;
  citedStatements: string[];
  citedEvidence: string[];
}

/**
 * What the decisions that gave the settled rating say together: the least of their confidence, their reasons one
 * after the other, and everything they cite, each once.
 */
export function together(grounds: Ground[]): Omit<Ground, 'rating'> {
  const distinct = (lists: string[][]) => [...new Set(lists.flat())];
  const overrides = distinct([
    grounds.flatMap(({ overrideReason }) => (overrideReason === null ? [] : [overrideReason])),
  ]);
  return {
    confidence: CONFIDENCES.find((one) => grounds.some(({ confidence }) => confidence === one))!,
    rationale: distinct([grounds.map(({ rationale }) => rationale)]).join('\n\n'),
    overrideReason: overrides.length === 0 ? null : overrides.join('\n\n'),
    citedStatements: distinct(grounds.map(({ citedStatements }) => citedStatements)),
    citedEvidence: distinct(grounds.map(({ citedEvidence }) => citedEvidence)),
  };
}
