import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { HolderDto, VerdictDto } from '../../facts/claims/claim.dto.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../../facts/corroboration/status.js';
import { ReReviewCauseDto } from '../../facts/claims/re-review.dto.js';
import { AGREEMENTS, type Agreement, type Mode, MODES } from '../../reviews/queues/queue.entity.js';
import { type Confidence, CONFIDENCES } from '../../reviews/rounds/given-decision.js';
import { POLARITIES, type Polarity } from '../../reviews/ratings/rating.entity.js';
import { AssignmentDto } from '../../reviews/rounds/assignment.dto.js';
import { LEDGER_ENTRIES, type LedgerEntryKind } from '../../reviews/rounds/assignment.entity.js';
import {
  ROUND_STATES,
  type RoundState,
  SLOT_STATES,
  type SlotState,
} from '../../reviews/rounds/round.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class ReviewsQuery extends PageQuery {}

export class LedgerEntryDto {
  @ApiProperty({ enum: LEDGER_ENTRIES, example: 'leased' })
  entry: LedgerEntryKind;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  at: string;

  @ApiProperty({ type: HolderDto, nullable: true, description: 'Null: the machine.' })
  by: HolderDto | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2024-10-24T12:15:00.000Z',
    description: 'Until when it then stood.',
  })
  expiresAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why it was held or broken, or what was said when it was handed over.',
  })
  note: string | null;
}

/** What somebody judged, beside what the record said of the claim then: where they contradict each other, both are shown. */
class JudgementDto {
  @ApiProperty({ example: 'unverifiable' })
  rating: string;

  @ApiProperty({
    enum: POLARITIES,
    example: 'neither',
    description: 'Which way the rating speaks of the claim.',
  })
  polarity: Polarity;

  @ApiProperty({
    type: String,
    enum: [...CORROBORATION_STATUSES, null],
    nullable: true,
    example: 'contested',
    description: 'What the record said then; null where that was not kept yet.',
  })
  corroboration: CorroborationStatus | null;

  @ApiProperty({ enum: CONFIDENCES, example: 'moderate' })
  confidence: Confidence;

  @ApiProperty({ example: 'One origin says so, one denies it; no imagery yet.' })
  rationale: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why it goes against the record.',
  })
  overrideReason: string | null;
}

export class DecisionContentDto extends JudgementDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 3,
    description: 'The version of the claim it was made on.',
  })
  claimVersion: number | null;

  @ApiProperty({ type: [String], example: [ID] })
  citedStatements: string[];

  @ApiProperty({ type: [String], example: [] })
  citedEvidence: string[];
}

export class DecisionDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:10:00.000Z' })
  decidedAt: string;

  @ApiProperty({
    type: DecisionContentDto,
    nullable: true,
    description: 'Null for everybody but its author while a blind round is open.',
  })
  content: DecisionContentDto | null;
}

export class ReviewTurnDto extends AssignmentDto {
  @ApiProperty({ type: [LedgerEntryDto], description: 'What happened to it, in order.' })
  ledger: LedgerEntryDto[];

  @ApiProperty({ type: DecisionDto, nullable: true, description: 'Null: none was submitted.' })
  decision: DecisionDto | null;
}

export class AdjudicationDto extends JudgementDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ type: HolderDto })
  by: HolderDto;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T15:00:00.000Z' })
  decidedAt: string;
}

export class ReviewSlotDto {
  @ApiProperty({ type: 'integer', example: 1 })
  number: number;

  @ApiProperty({ enum: SLOT_STATES, example: 'done' })
  state: SlotState;

  @ApiProperty({ type: [ReviewTurnDto], description: 'Whose turn it was, in order.' })
  assignments: ReviewTurnDto[];
}

export class EscalationDto {
  @ApiProperty({
    format: 'uuid',
    example: ID,
    description: 'The queue it was in before; queueId is where it is.',
  })
  fromQueueId: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T16:00:04.000Z' })
  at: string;
}

export class ReviewRoundDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Number of the round of its claim.' })
  number: number;

  @ApiProperty({ enum: ROUND_STATES, example: 'settled' })
  state: RoundState;

  @ApiProperty({ format: 'uuid', example: ID })
  queueId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'How many independent decisions it needs.' })
  reviews: number;

  @ApiProperty({
    example: true,
    description: 'Whether nobody sees the decision of another until the last is in.',
  })
  blind: boolean;

  @ApiProperty({ enum: AGREEMENTS, example: 'unanimous' })
  agreement: Agreement;

  @ApiProperty({ type: [String], example: ['uk'], description: 'Languages that its reviewers must have.' })
  languages: string[];

  @ApiProperty({ type: [String], example: [], description: 'Skills that its reviewers must have.' })
  skills: string[];

  @ApiProperty({ enum: MODES, example: 'pull', description: 'How the queue in which it is hands it out.' })
  mode: Mode;

  @ApiProperty({ type: 'integer', example: 900, description: 'How long its leases run, in seconds.' })
  leaseSeconds: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T11:00:00.000Z' })
  openedAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When it is due: past and not closed, it is overdue.',
  })
  dueAt: string | null;

  @ApiProperty({
    type: EscalationDto,
    nullable: true,
    description: 'Of a round that went to another queue, as its due time had passed.',
  })
  escalation: EscalationDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2024-10-24T15:00:00.000Z' })
  closedAt: string | null;

  @ApiProperty({
    type: [ReReviewCauseDto],
    description: 'Of a re-review: why it was opened, and what was added while it ran.',
  })
  causes: ReReviewCauseDto[];

  @ApiProperty({ type: [ReviewSlotDto] })
  slots: ReviewSlotDto[];

  @ApiProperty({
    type: AdjudicationDto,
    nullable: true,
    description: 'An editor’s word, where the decisions did not settle it.',
  })
  adjudication: AdjudicationDto | null;

  @ApiProperty({
    type: VerdictDto,
    nullable: true,
    description: 'What it came to; null when it was not settled.',
  })
  verdict: VerdictDto | null;
}

export const ReviewPage = pageOf(ReviewRoundDto, 'ReviewPage');
