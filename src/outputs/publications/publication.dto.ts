import { ApiProperty } from '@nestjs/swagger';
import { Language, Text, Texts, WebAddress, Whole } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { PROFILES } from './claim-review.js';
import type { PublishedContent } from './publication.content.js';
import { PublishedContentDto } from './published-content.dto.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class NewPublication {
  @Text({ max: 500, example: 'Are North Korean units in Kursk?' })
  title: string;

  @Text({
    max: 2000,
    example: 'One side says so and one denies it; nobody has shown anything yet.',
    description: 'One or two sentences that explain the rating.',
  })
  summary: string;

  @Language({ example: 'en', description: 'In which it is written; the rating’s label follows it.' })
  language: string;

  @WebAddress({
    optional: true,
    nullable: true,
    example: 'https://newsroom.example/fact-check/1',
    description: 'Where you tell it yourself. Left out: the page that this server shows.',
  })
  url?: string | null;

  @Texts({
    optional: true,
    max: 20,
    each: 500,
    example: [],
    description: 'The names it is signed with; without any it is signed with the workspace’s.',
  })
  authors?: string[];

  @Text({
    optional: true,
    nullable: true,
    max: 10_000,
    description:
      'What changed since the publication before, and why. Needed by every one but a claim’s first.',
    example: null,
  })
  correction?: string | null;

  @Whole({
    min: 1,
    max: 2_147_483_647,
    optional: true,
    description: 'The version of the claim you read; refused when its verdict is a later one.',
  })
  claimVersion?: number;
}

export class WithdrawalNotice {
  @Text({ max: 10_000, example: 'The image it rests on is from another war.' })
  reason: string;
}

export class PublicationsQuery extends PageQuery {}

export class PublicationDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID })
  claimId: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Counts up per claim.' })
  number: number;

  @ApiProperty({ example: 'Are North Korean units in Kursk?' })
  title: string;

  @ApiProperty({ example: 'One side says so and one denies it; nobody has shown anything yet.' })
  summary: string;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ format: 'uri', example: 'https://newsroom.example/fact-check/1' })
  url: string;

  @ApiProperty({
    format: 'uri',
    example: `https://desk.example/published/front-desk/${ID}`,
    description: 'The page that this server shows of it, open to everybody.',
  })
  pageUrl: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  correction: string | null;

  @ApiProperty({ type: [String], example: [] })
  authors: string[];

  @ApiProperty({ type: PublishedContentDto, description: 'What stood on the record when it was published.' })
  content: PublishedContent;

  @ApiProperty({ format: 'uuid', example: ID, description: 'The member who published it.' })
  publishedBy: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T12:00:00.000Z' })
  publishedAt: string;

  @ApiProperty({ example: false, description: 'Whether the claim is being reviewed again.' })
  underReview: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  withdrawnBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  withdrawnReason: string | null;
}

export const PublicationPage = pageOf(PublicationDto, 'PublicationPage');

class FindingDto {
  @ApiProperty({ enum: PROFILES, example: 'google' })
  profile: string;

  @ApiProperty({ enum: ['required', 'recommended'], example: 'recommended' })
  level: string;

  @ApiProperty({ example: 'itemReviewed.author' })
  path: string;

  @ApiProperty({ example: 'is missing' })
  message: string;
}

class ProfileCheckDto {
  @ApiProperty({ enum: PROFILES, example: 'google' })
  profile: string;

  @ApiProperty({ example: true, description: 'Whether it keeps all that the profile requires.' })
  passes: boolean;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The ClaimReview, JSON-LD.' })
  claimReview: Record<string, unknown>;
}

export class PublicationCheckDto {
  @ApiProperty({ type: [ProfileCheckDto] })
  profiles: ProfileCheckDto[];

  @ApiProperty({ type: [FindingDto], description: 'What is missing or wrong.' })
  findings: FindingDto[];
}
