import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { STANCES, type Stance } from '../../facts/corroboration/stance.js';
import { POLARITIES, type Polarity } from '../../reviews/ratings/rating.entity.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

/** How a position stands against the verdict on its claim. */
export const OUTCOMES = ['agreed', 'disagreed', 'unresolved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const BASES = ['own', 'relayed'] as const;

export class SourceRecordQuery {
  @OneOf(BASES, {
    optional: true,
    default: 'own',
    description: 'Positions of its own, or those in which it only repeats somebody else.',
  })
  basis: (typeof BASES)[number] = 'own';
}

export class SourceRecordClaimsQuery extends PageQuery {
  @OneOf(BASES, { optional: true, default: 'own', description: 'As for the record.' })
  basis: (typeof BASES)[number] = 'own';

  @OneOf(OUTCOMES, { optional: true, description: 'Only those that stand so against the verdict.' })
  outcome?: Outcome;

  @Text({ optional: true, max: 100, description: 'Only claims with this topic.' })
  topic?: string;

  @Text({ optional: true, max: 4, description: 'Only positions taken in this year, UTC.' })
  year?: string;
}

class IntervalDto {
  @ApiProperty({ example: 0.49 })
  low: number;

  @ApiProperty({ example: 0.943 })
  high: number;
}

class TallyDto {
  @ApiProperty({
    type: 'integer',
    example: 8,
    description: 'It supported what was found so, or opposed what was not.',
  })
  agreed: number;

  @ApiProperty({
    type: 'integer',
    example: 2,
    description: 'It supported what was found not so, or opposed what was.',
  })
  disagreed: number;

  @ApiProperty({ type: 'integer', example: 1, description: 'The verdict went neither way.' })
  unresolved: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 0.8,
    description: 'agreed / (agreed + disagreed); null where that is of nothing.',
  })
  share: number | null;

  @ApiProperty({ type: IntervalDto, nullable: true, description: 'Wilson’s interval of the share, 95 %.' })
  interval: IntervalDto | null;

  @ApiProperty({
    example: `/api/v1/sources/${ID}/record/claims?basis=own`,
    description: 'The list behind these numbers; add `outcome` for the one behind each.',
  })
  claims: string;
}

class TopicTallyDto extends TallyDto {
  @ApiProperty({ example: 'ukraine-war' })
  topic: string;
}

class YearTallyDto extends TallyDto {
  @ApiProperty({ example: '2024', description: 'In which the position was taken, UTC.' })
  year: string;
}

export class SourceRecordDto {
  @ApiProperty({ format: 'uuid', example: ID })
  sourceId: string;

  @ApiProperty({ enum: BASES, example: 'own' })
  basis: string;

  @ApiProperty({ type: TallyDto })
  total: TallyDto;

  @ApiProperty({
    type: [TopicTallyDto],
    description: 'The 50 topics with most positions; a claim counts in each of its own.',
  })
  byTopic: TopicTallyDto[];

  @ApiProperty({ type: [YearTallyDto], description: 'The earliest year first.' })
  byYear: YearTallyDto[];
}

export class SourceRecordClaimDto {
  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ example: 'North Korean units are in Kursk.' })
  text: string;

  @ApiProperty({ format: 'uuid', example: ID, description: 'The position that counts: the source’s latest.' })
  statementId: string;

  @ApiProperty({ enum: STANCES, example: 'asserts' })
  stance: Stance;

  @ApiProperty({
    format: 'date-time',
    example: '2024-10-24T10:00:00.000Z',
    description: 'When it was taken.',
  })
  at: string;

  @ApiProperty({ example: 'false' })
  rating: string;

  @ApiProperty({ enum: POLARITIES, example: 'refutes' })
  polarity: Polarity;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T10:00:00.000Z' })
  decidedAt: string;

  @ApiProperty({ enum: OUTCOMES, example: 'disagreed' })
  outcome: Outcome;
}

export const SourceRecordClaimsPage = pageOf(SourceRecordClaimDto, 'SourceRecordClaimsPage');
