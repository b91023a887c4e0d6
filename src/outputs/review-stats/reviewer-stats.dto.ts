import { ApiProperty } from '@nestjs/swagger';
import { NamedDto } from './named.dto.js';
import { PeriodDto } from './period.dto.js';
import { TimesDto } from './times.dto.js';

const number = (example: number, description: string) => ({ type: 'integer', example, description }) as const;

export class ReviewerStatsDto {
  @ApiProperty({ type: NamedDto })
  member: NamedDto;

  @ApiProperty(number(0, 'Offers that they may still accept.'))
  offered: number;

  @ApiProperty(number(1, 'Leases in hand that have not run out.'))
  leased: number;

  @ApiProperty(number(0, 'Claims they have on hold.'))
  held: number;

  @ApiProperty(number(31, 'Decisions given in the period.'))
  decided: number;

  @ApiProperty(number(2, 'Offers and leases declined in the period.'))
  declined: number;

  @ApiProperty(number(1, 'Leases given back in the period.'))
  released: number;

  @ApiProperty(number(1, 'Leases handed over to another member in the period.'))
  handedOver: number;

  @ApiProperty(number(0, 'Offers and leases that ran out in the period.'))
  expired: number;

  @ApiProperty(number(0, 'Offers and leases that were taken from them in the period.'))
  broken: number;

  @ApiProperty({
    type: TimesDto,
    description:
      'From the lease under which a decision was given to the decision, renewals and holds included, for decisions given in the period.',
  })
  timeToDecision: TimesDto;
}

export class ReviewersStatsDto extends PeriodDto {
  @ApiProperty({
    type: ReviewerStatsDto,
    isArray: true,
    description: 'Every member who may review now, by name.',
  })
  reviewers: ReviewerStatsDto[];
}
