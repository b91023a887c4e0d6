import { ApiProperty } from '@nestjs/swagger';
import { Instant } from '../../base/http/fields.js';
import { CORROBORATION_STATUSES } from '../corroboration/status.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class CorroborationQuery {
  @Instant({
    optional: true,
    description: 'Answer as of this moment on the record’s clock; left out: of the claim’s last change.',
    example: undefined,
  })
  asOf?: string;
}

class OriginDto {
  @ApiProperty({ type: String, nullable: true, example: 'Ukraine', description: 'Null when unaffiliated.' })
  party: string | null;

  @ApiProperty({ example: false })
  unaffiliated: boolean;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The topmost ancestor of an unaffiliated origin.',
  })
  ancestor: string | null;

  @ApiProperty({
    type: String,
    enum: ['support', 'oppose', 'divided', null],
    nullable: true,
    example: 'support',
  })
  vote: string | null;

  @ApiProperty({ example: false, description: 'Whether it supports only in part.' })
  partial: boolean;

  @ApiProperty({ type: [String], format: 'uuid', example: [ID] })
  sources: string[];

  @ApiProperty({
    type: [String],
    format: 'uuid',
    example: [ID],
    description: 'The sources its statements go back to.',
  })
  roots: string[];

  @ApiProperty({ type: [String], format: 'uuid', example: [ID] })
  statements: string[];

  @ApiProperty({ example: 'All speak for Ukraine.', description: 'Why these are one.' })
  reason: string;
}

class ExclusionDto {
  @ApiProperty({ format: 'uuid', example: ID })
  statementId: string;

  @ApiProperty({ enum: ['base_withdrawn'], example: 'base_withdrawn' })
  reason: string;
}

class ReplacementDto {
  @ApiProperty({ format: 'uuid', example: ID })
  statementId: string;

  @ApiProperty({ format: 'uuid', example: ID, description: 'The later position of the same source.' })
  replacedBy: string;
}

class QuantityRangeDto {
  @ApiProperty({ example: 'soldiers' })
  unit: string;

  @ApiProperty({ type: Number, nullable: true, example: 3000 })
  min: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 12000 })
  max: number | null;

  @ApiProperty({ example: true, description: 'Whether one range fits all; otherwise both bounds are null.' })
  agree: boolean;

  @ApiProperty({ type: [String], format: 'uuid', example: [ID] })
  statements: string[];
}

export class CorroborationDto {
  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ enum: CORROBORATION_STATUSES, example: 'contested' })
  status: string;

  @ApiProperty({ enum: ['origins/1'], example: 'origins/1', description: 'The rule and its version.' })
  rule: string;

  @ApiProperty({
    type: 'integer',
    example: 2,
    description: 'Supporting origins that corroborate, by the policy then.',
  })
  threshold: number;

  @ApiProperty({ type: 'integer', example: 1 })
  support: number;

  @ApiProperty({ type: 'integer', example: 1 })
  oppose: number;

  @ApiProperty({ type: 'integer', example: 0 })
  divided: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'Supporting origins that support only in part.' })
  partial: number;

  @ApiProperty({ type: [OriginDto] })
  origins: OriginDto[];

  @ApiProperty({ type: [ExclusionDto], example: [] })
  excluded: ExclusionDto[];

  @ApiProperty({ type: [ReplacementDto], example: [] })
  replaced: ReplacementDto[];

  @ApiProperty({ type: [QuantityRangeDto], example: [] })
  quantities: QuantityRangeDto[];

  @ApiProperty({
    type: [String],
    format: 'uuid',
    example: [],
    description: 'Topmost ancestors that no party is known for.',
  })
  unplacedSources: string[];

  @ApiProperty({ example: '1 independent origin supports, 1 opposes.' })
  summary: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  asOf: string;

  @ApiProperty({
    example: false,
    description: 'Whether a re-placed source or a new policy waits to be counted in.',
  })
  stale: boolean;
}
