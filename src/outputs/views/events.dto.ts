import { ApiProperty } from '@nestjs/swagger';
import { FromQuery, Text, Whole } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { EventDto } from '../../facts/telling/event.dto.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class FeedQuery {
  @FromQuery()
  @Whole({ min: 1, max: 200, optional: true, default: 50, description: 'How many events at the most.' })
  limit: number = 50;

  @Text({
    optional: true,
    max: 500,
    description: 'The nextCursor of the answer before, or the cursor of an event.',
  })
  after?: string;

  @Text({
    optional: true,
    max: 1000,
    description: 'Only these types, separated by commas; claim.* means all of them.',
  })
  type?: string;
}

export class HistoryQuery extends PageQuery {}

export class FeedPageDto {
  @ApiProperty({ type: [EventDto] })
  items: EventDto[];

  @ApiProperty({
    example: '42',
    description: 'Send it as after to go on; never null, also when nothing is new.',
  })
  nextCursor: string;
}

export const HistoryPage = pageOf(EventDto, 'HistoryPage');

class LastHeadDto {
  @ApiProperty({ format: 'date', example: '2024-10-24' })
  day: string;

  @ApiProperty({ type: 'integer', example: 12, description: 'How many events the chain had then.' })
  length: number;
}

export class VerificationDto {
  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ example: true, description: 'Whether every event follows from the one before.' })
  whole: boolean;

  @ApiProperty({ type: 'integer', example: 12 })
  length: number;

  @ApiProperty({
    type: 'integer',
    example: 0,
    description:
      'Always 0: nothing that the events of a claim say is ever erased, and what is missing does not fit.',
  })
  erased: number;

  @ApiProperty({ example: 'a3f1…', description: 'SHA-256 of the chain’s head, hexadecimal.' })
  head: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: null,
    description: 'The first event that does not fit.',
  })
  brokenAt: number | null;

  @ApiProperty({
    type: LastHeadDto,
    nullable: true,
    description: 'The newest daily head that notes this chain; null before the first.',
  })
  lastHead: LastHeadDto | null;
}
