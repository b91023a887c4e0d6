import { ApiProperty } from '@nestjs/swagger';
import { Flag, Whole } from '../../base/http/fields.js';
import type { PolicyVersion } from './policy-version.entity.js';

const THRESHOLD = 'How many independent origins corroborate a claim.';
const SELF_REVIEW =
  'Whether members may review claims they entered or recorded statements of; for desks too small to do without. It says who may take, so a change counts from the next take on, for waiting reviews too.';
const PUBLISHER = 'Whether an editor may publish a claim they reviewed.';
const AGE =
  'Days after its verdict at which a claim that is decided or published returns to review, once per verdict; null: never.';

export class PolicyChange {
  @Whole({ min: 1, max: 20, optional: true, description: THRESHOLD, example: 2 })
  corroborationThreshold?: number;

  @Flag({ optional: true, description: SELF_REVIEW, example: false })
  allowSelfReview?: boolean;

  @Flag({ optional: true, description: PUBLISHER, example: false })
  publisherMayBeReviewer?: boolean;

  @Whole({ min: 1, max: 3650, optional: true, nullable: true, description: AGE, example: null })
  reReviewAfterDays?: number | null;
}

export class PolicyDto {
  @ApiProperty({ description: THRESHOLD, example: 2 })
  corroborationThreshold: number;

  @ApiProperty({ description: SELF_REVIEW, example: false })
  allowSelfReview: boolean;

  @ApiProperty({ description: PUBLISHER, example: false })
  publisherMayBeReviewer: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: AGE, example: null })
  reReviewAfterDays: number | null;

  @ApiProperty({ description: 'In force since.', example: '2024-10-24T10:00:00.000Z', format: 'date-time' })
  validFrom: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export function presentPolicy(policy: PolicyVersion): PolicyDto {
  const { workspaceId: _workspace, validFrom, ...rules } = policy;
  return { ...rules, validFrom: validFrom.toISOString() };
}
