import { Ids, OneOf, Text, Whole } from '../../base/http/fields.js';
import { LeaseToken } from '../rounds/assignment.dto.js';
import { type Confidence, CONFIDENCES } from '../rounds/given-decision.js';

const OVERRIDE =
  'Why you go against the record; needed when you refute what is corroborated or support what is denied or retracted.';

export class DecisionGiven extends LeaseToken {
  @Text({ max: 100, example: 'unverifiable', description: 'A key of the rating scale.' })
  rating: string;

  @OneOf(CONFIDENCES, { example: 'moderate' })
  confidence: Confidence;

  @Text({ max: 10_000, example: 'One origin says so, one denies it; no imagery yet.' })
  rationale: string;

  @Ids({ optional: true, example: [], description: 'Statements of this claim it rests on.' })
  citedStatements?: string[];

  @Ids({ optional: true, example: [], description: 'Evidence of this claim it rests on.' })
  citedEvidence?: string[];

  @Text({
    optional: true,
    nullable: true,
    max: 10_000,
    example: null,
    description: OVERRIDE,
  })
  overrideReason?: string | null;

  @Whole({
    optional: true,
    nullable: true,
    min: 1,
    max: 2_147_483_647,
    example: null,
    description: 'The version of the claim you judged; refused when statements or evidence have come since.',
  })
  claimVersion?: number | null;
}

export class AdjudicationGiven {
  @Text({ max: 100, example: 'false', description: 'A key of the rating scale.' })
  rating: string;

  @OneOf(CONFIDENCES, { example: 'high' })
  confidence: Confidence;

  @Text({ max: 10_000, example: 'The satellite image settles what the two reviewers read differently.' })
  rationale: string;

  @Text({ optional: true, nullable: true, max: 10_000, example: null, description: OVERRIDE })
  overrideReason?: string | null;
}
