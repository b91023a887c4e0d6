import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../../base/actor/actor.js';
import {
  Id,
  Instant,
  Language,
  Moment,
  Part,
  Parts,
  Text,
  Texts,
  WebAddress,
  Whole,
} from '../../base/http/fields.js';
import { showMoment } from '../../base/http/formats.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../corroboration/status.js';
import type { Claim } from './claim.entity.js';
import {
  allowedTransitions,
  CLAIM_STATES,
  type ClaimState,
  CLOSED_REASONS,
  type ClosedReason,
} from './claim.states.js';
import { type ReReviewCauseDto, ReReviewDto } from './re-review.dto.js';
import { presentQuantity, QuantityDto, QuantityGiven } from './quantity.dto.js';

const PRIORITY =
  '0 to 9, higher first. It moves the claim ahead by so many steps of its queue when it is queued.';
const DUE =
  'When the verdict is needed. Null: the review of the claim is due by the hours of its queue, if it has any. A review that runs follows a change at once and is told of anew, but keeps its place in the order.';
const CLAIMANT = 'The source that put the claim forward; left out: that of the earliest live assertion.';

export class AppearanceGiven {
  @WebAddress()
  url: string;

  @Moment({ optional: true, nullable: true, example: '2024-10-24' })
  publishedAt?: string | null;
}

export class ClaimChange {
  @Text({ optional: true, nullable: true, example: 'desk-17', description: 'Your own id of it; unique.' })
  externalId?: string | null;

  @Text({ optional: true, max: 10_000, example: 'North Korean army units have arrived in the Kursk region.' })
  text?: string;

  @Language({ optional: true })
  language?: string;

  @Texts({ max: 50, each: 100, optional: true, example: ['ukraine-war'] })
  topics?: string[];

  @Moment({
    optional: true,
    nullable: true,
    example: '2024-10-23',
    description: 'When what it says happened.',
  })
  eventTime?: string | null;

  @Text({ optional: true, nullable: true, example: 'Kursk region, Russia' })
  place?: string | null;

  @Parts(() => AppearanceGiven, { optional: true, max: 50, description: 'Where it appeared.' })
  appearances?: AppearanceGiven[];

  @Id({ optional: true, nullable: true, description: CLAIMANT })
  claimantId?: string | null;

  @Part(() => QuantityGiven, { optional: true, nullable: true })
  quantity?: QuantityGiven | null;

  @Whole({ optional: true, min: 0, max: 9, example: 4, description: PRIORITY })
  priority?: number;

  @Instant({ optional: true, nullable: true, example: null, description: DUE })
  dueAt?: string | null;
}

export class NewClaimFields extends ClaimChange {
  @Text({ max: 10_000, example: 'North Korean army units have arrived in the Kursk region.' })
  override text: string;

  @Language()
  override language: string;
}

export class CorroborationSummaryDto {
  @ApiProperty({ enum: CORROBORATION_STATUSES, example: 'contested' })
  status: CorroborationStatus;

  @ApiProperty({ type: 'integer', example: 1, description: 'Origins that support.' })
  support: number;

  @ApiProperty({ type: 'integer', example: 1, description: 'Origins that oppose.' })
  oppose: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'Origins that speak both ways.' })
  divided: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  asOf: string;

  @ApiProperty({
    example: false,
    description: 'Whether a re-placed source or a new policy waits to be counted in.',
  })
  stale: boolean;
}

export class VerdictDto {
  @ApiProperty({ example: 'unverifiable' })
  rating: string;

  @ApiProperty({ enum: ['supports', 'refutes', 'neither'], example: 'neither' })
  polarity: string;

  @ApiProperty({ enum: ['low', 'moderate', 'high'], example: 'moderate' })
  confidence: string;

  @ApiProperty({ example: 'One origin says so, one denies it; no imagery yet.' })
  rationale: string;

  @ApiProperty({ type: [String], format: 'uuid', example: [] })
  citedStatements: string[];

  @ApiProperty({ type: [String], format: 'uuid', example: [] })
  citedEvidence: string[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why it goes against the record.',
  })
  overrideReason: string | null;

  @ApiProperty({
    enum: CORROBORATION_STATUSES,
    example: 'contested',
    description: 'The record when it was given.',
  })
  corroboration: string;

  @ApiProperty({
    example: false,
    description: 'Whether a reviewer had entered the claim, as the policy allowed.',
  })
  selfReviewed: boolean;

  @ApiProperty({ type: 'integer', example: 1, description: 'The round that settled it.' })
  round: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T14:00:00.000Z' })
  decidedAt: string;

  @ApiProperty({
    type: 'integer',
    example: 5,
    description: 'The version that the verdict made of the claim: what has a later one came after it.',
  })
  claimVersion: number;
}

export class AppearanceDto {
  @ApiProperty({ format: 'uri', example: 'https://news.example/article' })
  url: string;

  @ApiProperty({ type: String, nullable: true, example: '2024-10-24' })
  publishedAt: string | null;
}

export class HolderDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Front desk reviewer',
    description: 'Null when erased.',
  })
  name: string | null;
}

/** Who holds a slot of the claim now. */
export class LeaseShownDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  assignmentId: string;

  @ApiProperty({ type: 'integer', example: 1 })
  slot: number;

  @ApiProperty({ enum: ['offered', 'leased', 'held'], example: 'leased' })
  state: string;

  @ApiProperty({ type: HolderDto })
  member: HolderDto;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:15:00.000Z' })
  expiresAt: string;
}

export class ClaimDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ type: String, nullable: true, example: 'desk-17' })
  externalId: string | null;

  @ApiProperty({ example: 'North Korean army units have arrived in the Kursk region.' })
  text: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ type: [String], example: ['ukraine-war'] })
  topics: string[];

  @ApiProperty({ type: String, nullable: true, example: '2024-10-23' })
  eventTime: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Kursk region, Russia' })
  place: string | null;

  @ApiProperty({ type: [AppearanceDto], example: [] })
  appearances: AppearanceDto[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: CLAIMANT })
  claimantId: string | null;

  @ApiProperty({ type: QuantityDto, nullable: true })
  quantity: QuantityDto | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 9, example: 4, description: PRIORITY })
  priority: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: DUE })
  dueAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description:
      'When the review that runs is due: at dueAt, or else by the hours of its queue; past: it is overdue. Null when none runs, or it is not due.',
  })
  reviewDueAt: string | null;

  @ApiProperty({ enum: CLAIM_STATES, example: 'in_review' })
  status: ClaimState;

  @ApiProperty({ type: String, enum: [...CLAIM_STATES, null], nullable: true, example: null })
  heldFrom: ClaimState | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  holdUntil: string | null;

  @ApiProperty({ type: String, enum: [...CLOSED_REASONS, null], nullable: true, example: null })
  closedReason: ClosedReason | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  duplicateOf: string | null;

  @ApiProperty({ type: CorroborationSummaryDto })
  corroboration: CorroborationSummaryDto;

  @ApiProperty({
    type: VerdictDto,
    nullable: true,
    description: 'The newest verdict. It stays while it is under re-review, until there is another one.',
  })
  verdict: VerdictDto | null;

  @ApiProperty({
    type: ReReviewDto,
    nullable: true,
    description:
      'Set while the claim has a verdict and is on its way to another one, and says why; null otherwise. The machine sends a claim back by the routing rules, within seconds of the cause; those who decided before may be given it, unless they declined it.',
  })
  reReview: ReReviewDto | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'Where it was queued last, or went to when its due time passed.',
  })
  queueId: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Its place in the order of its queue, the smaller the sooner; null when it is in none.',
  })
  rank: string | null;

  @ApiProperty({ type: [LeaseShownDto], example: [], description: 'Who works on it now, and until when.' })
  leases: LeaseShownDto[];

  @ApiProperty({
    format: 'uuid',
    example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f62',
    description: 'The member who entered it.',
  })
  createdBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:05:00.000Z' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  updatedAt: string;

  @ApiProperty({ type: 'integer', example: 3 })
  version: number;

  @ApiProperty({
    enum: CLAIM_STATES,
    isArray: true,
    example: ['on_hold', 'closed'],
    description: 'Where you may move it now.',
  })
  allowedTransitions: ClaimState[];
}

/** What stands beside the claim's own row when it is shown. */
export interface ClaimSurroundings {
  stale: boolean;
  leases: LeaseShownDto[];
  /** What has put its verdict in question; null when that stands. */
  causes: ReReviewCauseDto[] | null;
}

export function presentClaim(claim: Claim, actor: Actor, around: ClaimSurroundings): ClaimDto {
  return {
    id: claim.id,
    externalId: claim.externalId,
    text: claim.text,
    language: claim.language,
    topics: claim.topics,
    eventTime: showMoment(claim.eventTime, claim.eventTimeIsDay),
    place: claim.place,
    appearances: claim.appearances,
    claimantId: claim.claimantId,
    quantity: presentQuantity(claim),
    priority: claim.priority,
    dueAt: claim.dueAt?.toISOString() ?? null,
    reviewDueAt: claim.reviewDueAt?.toISOString() ?? null,
    status: claim.status,
    heldFrom: claim.heldFrom,
    holdUntil: claim.holdUntil?.toISOString() ?? null,
    closedReason: claim.closedReason,
    duplicateOf: claim.duplicateOfId,
    corroboration: {
      status: claim.corroboration,
      support: claim.support,
      oppose: claim.oppose,
      divided: claim.divided,
      asOf: claim.corroborationAsOf.toISOString(),
      stale: around.stale,
    },
    verdict: claim.verdict,
    reReview: around.causes && { causes: around.causes },
    queueId: claim.queueId,
    rank: claim.rank?.toISOString() ?? null,
    leases: around.leases,
    createdBy: claim.createdBy,
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
    version: claim.version,
    allowedTransitions: allowedTransitions(claim, actor),
  };
}
