import { ApiProperty } from '@nestjs/swagger';
import { Flag, FlagFromQuery, Text } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import type { ExternalReviewRow, RatingWordRow } from './external-reviews.repository.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const MEANING =
  'The rating of ours that the word comes near to, once an editor has said so; null: nobody has.';

export class ExternalReviewsQuery extends PageQuery {}

export class RatingWordsQuery extends PageQuery {
  @FlagFromQuery()
  @Flag({
    optional: true,
    description: 'Only words of which it was said what they mean to us, or only the others.',
  })
  mapped?: boolean;
}

export class Meaning {
  @Text({
    nullable: true,
    max: 100,
    example: 'false',
    description: 'A rating of the scale in force; null: none.',
  })
  rating: string | null;
}

class PublisherDto {
  @ApiProperty({ type: String, nullable: true, example: 'Fact desk' })
  name: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'factdesk.example' })
  site: string | null;
}

class ExternalRatingDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Mostly wrong',
    description: 'In the publisher’s words.',
  })
  word: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 2 })
  value: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 5 })
  best: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 1 })
  worst: number | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  explanation: string | null;
}

export class ExternalReviewDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://factdesk.example/1' })
  url: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'No, they are not there' })
  title: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  summary: string | null;

  @ApiProperty({ type: PublisherDto })
  publisher: PublisherDto;

  @ApiProperty({ type: [String], example: [] })
  authors: string[];

  @ApiProperty({ type: String, nullable: true, example: '2024-10-25' })
  publishedAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  modifiedAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'en' })
  language: string | null;

  @ApiProperty({ type: ExternalRatingDto })
  rating: ExternalRatingDto;

  @ApiProperty({ type: String, nullable: true, example: null, description: MEANING })
  meaning: string | null;

  @ApiProperty({ format: 'uuid', example: ID, description: 'The member who imported it.' })
  addedBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-26T10:00:00.000Z' })
  addedAt: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-26T10:00:00.000Z' })
  updatedAt: string;
}

export class RatingWordDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ example: 'factdesk.example', description: 'The site of the publisher, or else its name.' })
  publisher: string;

  @ApiProperty({ example: 'Mostly wrong' })
  word: string;

  @ApiProperty({ type: String, nullable: true, example: null, description: MEANING })
  rating: string | null;

  @ApiProperty({ type: 'integer', example: 12, description: 'How many reviews are rated so.' })
  reviews: number;

  @ApiProperty({ format: 'date-time', example: '2024-10-26T10:00:00.000Z' })
  firstSeenAt: string;
}

export const ExternalReviewPage = pageOf(ExternalReviewDto, 'ExternalReviewPage');
export const RatingWordPage = pageOf(RatingWordDto, 'RatingWordPage');

export function presentExternalReview(row: ExternalReviewRow): ExternalReviewDto {
  const { id, claimId, content, rating: meaning, addedBy, addedAt, updatedAt } = row;
  return {
    id,
    claimId,
    ...content,
    meaning,
    addedBy,
    addedAt: addedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentRatingWord(row: RatingWordRow): RatingWordDto {
  const { id, publisher, word, rating, reviews, firstSeenAt } = row;
  return { id, publisher, word, rating, reviews, firstSeenAt: firstSeenAt.toISOString() };
}
