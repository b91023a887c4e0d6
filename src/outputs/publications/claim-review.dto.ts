import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { FromQuery, OneOf, Whole } from '../../base/http/fields.js';
import { PROFILES, type Profile } from './claim-review.js';

export class ClaimReviewQuery {
  @OneOf(PROFILES, {
    optional: true,
    default: 'schema.org',
    description: 'For whom: all that schema.org has words for, or what Google’s fact-check profile names.',
  })
  profile: Profile = 'schema.org';

  @FromQuery()
  @Whole({
    min: 1,
    max: 2_147_483_647,
    optional: true,
    description: 'The number of the publication; left out: the newest.',
  })
  number?: number;
}

/** The context of JSON-LD: schema.org, and with it the prefix of the extension. */
export const CONTEXT = {
  name: '@context',
  oneOf: [{ type: 'string' }, { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'object' }] } }],
  example: 'https://schema.org',
};

const THING = { type: 'object', additionalProperties: true };
const thing = (more: object) => ({ ...THING, ...more }) as ApiPropertyOptions;

export class ClaimReviewDto {
  @ApiProperty({ ...CONTEXT })
  '@context': unknown;

  @ApiProperty({ name: '@type', enum: ['ClaimReview'], example: 'ClaimReview' })
  '@type': string;

  @ApiProperty({ format: 'uri', example: 'https://newsroom.example/fact-check/1' })
  url: string;

  @ApiProperty({ example: 'North Korean units are in Kursk.' })
  claimReviewed: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T12:00:00.000Z' })
  datePublished: string;

  @ApiProperty({
    oneOf: [THING, { type: 'array', items: THING }],
    description: 'Who signs it: persons, or the workspace as an organisation.',
  })
  author: unknown;

  @ApiProperty(thing({ description: 'The Claim: its text, who made it, when, and where it appeared.' }))
  itemReviewed: object;

  @ApiProperty(thing({ description: 'The Rating: its label, and on the scale its number.' }))
  reviewRating: object;

  @ApiProperty({ required: false, example: 'urn:uuid:01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  identifier?: string;

  @ApiProperty({ required: false, example: 'Are North Korean units in Kursk?' })
  name?: string;

  @ApiProperty({ required: false, example: 'One side says so and one denies it.' })
  abstract?: string;

  @ApiProperty({ required: false, example: 'No imagery yet.', description: 'The rationale.' })
  reviewBody?: string;

  @ApiProperty({ required: false, example: 'en' })
  inLanguage?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    example: 1,
    description: 'The number of the publication.',
  })
  version?: number;

  @ApiProperty(thing({ required: false }))
  publisher?: object;

  @ApiProperty(thing({ required: false, description: 'A CorrectionComment: what changed, and why.' }))
  correction?: object;

  @ApiProperty({ required: false, type: 'array', items: THING, description: 'What the verdict cites.' })
  citation?: object[];

  @ApiProperty(thing({ name: 'secondsource:corroboration', required: false }))
  'secondsource:corroboration'?: object;

  @ApiProperty({
    name: 'secondsource:statements',
    required: false,
    type: 'array',
    items: THING,
    description: 'Who said what, as an extension.',
  })
  'secondsource:statements'?: object[];
}
