import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../base/http/pages.js';
import { CONTEXT } from './claim-review.dto.js';

export class FeedQuery extends PageQuery {}

class FeedItemDto {
  @ApiProperty({ name: '@type', enum: ['DataFeedItem'], example: 'DataFeedItem' })
  '@type': string;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T12:00:00.000Z' })
  dateCreated: string;

  @ApiProperty({
    required: false,
    format: 'date-time',
    example: '2024-10-26T12:00:00.000Z',
    description: 'When it was withdrawn; the item then names nothing but its address.',
  })
  dateDeleted?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The ClaimReview, JSON-LD.' })
  item: Record<string, unknown>;
}

export class ClaimReviewFeedDto {
  @ApiProperty({ ...CONTEXT })
  '@context': unknown;

  @ApiProperty({ name: '@type', enum: ['DataFeed'], example: 'DataFeed' })
  '@type': string;

  @ApiProperty({ example: 'Front desk' })
  name: string;

  @ApiProperty({ type: [FeedItemDto] })
  dataFeedElement: FeedItemDto[];
}

class RatingNamedDto {
  @ApiProperty({ example: 'false' })
  key: string;

  @ApiProperty({ example: 'False' })
  label: string;
}

class CorrectionDto {
  @ApiProperty({ enum: ['correction', 'withdrawal'], example: 'correction' })
  type: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-26T12:00:00.000Z' })
  at: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  publicationId: string;

  @ApiProperty({ type: 'integer', example: 2 })
  number: number;

  @ApiProperty({ format: 'uri', example: 'https://newsroom.example/fact-check/1' })
  url: string;

  @ApiProperty({ example: 'Are North Korean units in Kursk?' })
  title: string;

  @ApiProperty({ example: 'North Korean units are in Kursk.' })
  claimReviewed: string;

  @ApiProperty({ example: 'Two more states have confirmed it since.', description: 'What changed, and why.' })
  reason: string;

  @ApiProperty({
    type: RatingNamedDto,
    nullable: true,
    description: 'The rating before; null: there was none.',
  })
  before: RatingNamedDto | null;

  @ApiProperty({ type: RatingNamedDto, nullable: true, description: 'The rating since; null: withdrawn.' })
  after: RatingNamedDto | null;
}

export class CorrectionsDto {
  @ApiProperty({ type: [CorrectionDto] })
  items: CorrectionDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Send it as cursor to get the next page; null: there is none.',
  })
  nextCursor: string | null;
}
