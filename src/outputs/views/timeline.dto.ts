import { ApiProperty } from '@nestjs/swagger';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { VerdictDto } from '../../facts/claims/claim.dto.js';
import { CLAIM_STATES } from '../../facts/claims/claim.states.js';
import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { StatementDto } from '../../facts/statements/statement.dto.js';
import { ActorDto } from '../../facts/telling/event.dto.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const MOMENT = '2024-10-24T12:00:00.000Z';

export const TIMELINE_KINDS = ['entry', 'statement', 'strike', 'corroboration', 'status'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export class TimelineQuery extends PageQuery {}

class CorroborationPointDto {
  @ApiProperty({ enum: CORROBORATION_STATUSES, example: 'single_source' })
  status: string;

  @ApiProperty({ type: 'integer', example: 1 })
  support: number;

  @ApiProperty({ type: 'integer', example: 0 })
  oppose: number;

  @ApiProperty({ type: 'integer', example: 0 })
  divided: number;
}

class RuleChangeDto {
  @ApiProperty({ enum: ['placement', 'merge', 'renaming', 'threshold'], example: 'placement' })
  kind: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: ID,
    description: 'The source that was placed anew.',
  })
  sourceId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The party merged or renamed.',
  })
  partyId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'What it was merged into.',
  })
  into: string | null;

  @ApiProperty({
    format: 'date-time',
    example: MOMENT,
    description: 'From when it counts, on the record’s clock.',
  })
  at: string;
}

class CauseDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: ID,
    description: 'The statement that was recorded.',
  })
  statementId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The statement that was struck.',
  })
  struckId: string | null;

  @ApiProperty({ example: false, description: 'Recomputed by the machine, because of the changes below.' })
  recomputed: boolean;

  @ApiProperty({
    type: [RuleChangeDto],
    example: [],
    description: 'Re-placements, merges, renamings and thresholds that were counted in with it.',
  })
  changes: RuleChangeDto[];
}

class CorroborationStepDto {
  @ApiProperty({ type: CorroborationPointDto })
  from: CorroborationPointDto;

  @ApiProperty({ type: CorroborationPointDto })
  to: CorroborationPointDto;

  @ApiProperty({ type: CauseDto })
  cause: CauseDto;
}

class StatusStepDto {
  @ApiProperty({ enum: CLAIM_STATES, example: 'in_review' })
  from: string;

  @ApiProperty({ enum: CLAIM_STATES, example: 'decided' })
  to: string;
}

export class TimelineItemDto {
  @ApiProperty({
    format: 'uuid',
    example: ID,
    description: 'The event it is drawn from; see the claim’s history.',
  })
  eventId: string;

  @ApiProperty({ enum: TIMELINE_KINDS, example: 'corroboration' })
  kind: TimelineKind;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '2024-10-23',
    description:
      'The world’s clock: when a statement was made, as precise as it is known; null for all else.',
  })
  saidAt: string | null;

  @ApiProperty({ format: 'date-time', example: MOMENT, description: 'Our clock: from when it was known.' })
  recordedAt: string;

  @ApiProperty({ type: ActorDto })
  actor: ActorDto;

  @ApiProperty({ type: String, nullable: true, example: null })
  reason: string | null;

  @ApiProperty({
    type: StatementDto,
    nullable: true,
    example: null,
    description: 'The statement recorded or struck, as it is shown now.',
  })
  statement: StatementDto | null;

  @ApiProperty({
    type: CorroborationStepDto,
    nullable: true,
    description: 'What was held before and after, and why.',
  })
  corroboration: CorroborationStepDto | null;

  @ApiProperty({ type: StatusStepDto, nullable: true, example: null })
  status: StatusStepDto | null;

  @ApiProperty({
    type: VerdictDto,
    nullable: true,
    example: null,
    description: 'The verdict that came with the move.',
  })
  verdict: VerdictDto | null;

  @ApiProperty({
    example: false,
    description: 'Whether what happened was erased; then only that it happened is told.',
  })
  erased: boolean;
}

export const TimelinePage = pageOf(TimelineItemDto, 'TimelinePage');
