import { ApiProperty } from '@nestjs/swagger';
import { Id } from '../../base/http/fields.js';
import { HolderDto } from '../../facts/claims/claim.dto.js';
import { NamedDto } from './named.dto.js';
import { PeriodDto, PeriodQuery } from './period.dto.js';

export class AgreementQuery extends PeriodQuery {
  @Id({ optional: true, example: undefined, description: 'Only reviews of this queue.' })
  queueId?: string;

  @Id({
    optional: true,
    example: undefined,
    description: 'Only reviews in which this member decided, and only pairs with this member.',
  })
  reviewer?: string;
}

export class ReliabilityDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 0.743421,
    description:
      'Krippendorff’s alpha, to six digits: 1 for full agreement, 0 for what chance would give. Null where it is undefined: there was nothing to compare, or only one value was ever given.',
  })
  alpha: number | null;

  @ApiProperty({
    type: 'integer',
    example: 11,
    description: 'Reviews with at least two decisions that count.',
  })
  units: number;

  @ApiProperty({ type: 'integer', example: 40, description: 'Decisions that count in those reviews.' })
  pairableValues: number;
}

export class AgreementDto {
  @ApiProperty({
    type: ReliabilityDto,
    description: 'All ratings taken as categories: two are the same or they are not.',
  })
  nominal: ReliabilityDto;

  @ApiProperty({
    type: ReliabilityDto,
    description:
      'The ratings on the scale, by the order it has now: the farther apart, the less agreement. Ratings off the scale are missing values.',
  })
  ordinal: ReliabilityDto;
}

export class QueueAgreementDto extends AgreementDto {
  @ApiProperty({ type: NamedDto })
  queue: NamedDto;
}

export class PairAgreementDto extends AgreementDto {
  @ApiProperty({ type: HolderDto, isArray: true, description: 'The two of them.' })
  reviewers: HolderDto[];
}

export class PeriodAgreementDto extends AgreementDto {
  @ApiProperty({
    type: String,
    example: '2024-10',
    description: 'The month in which the reviews closed, in UTC.',
  })
  period: string;
}

export class AgreementStatsDto extends PeriodDto {
  @ApiProperty({ type: AgreementDto, description: 'Over all reviews that were asked for.' })
  overall: AgreementDto;

  @ApiProperty({
    type: QueueAgreementDto,
    isArray: true,
    description: 'Each queue in which such reviews closed, by name.',
  })
  byQueue: QueueAgreementDto[];

  @ApiProperty({
    type: PairAgreementDto,
    isArray: true,
    description:
      'Each pair of members who decided in the same review; only their own decisions are compared.',
  })
  byPair: PairAgreementDto[];

  @ApiProperty({ type: PeriodAgreementDto, isArray: true, description: 'Each month, the earliest first.' })
  byPeriod: PeriodAgreementDto[];
}
