import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Parts, TextByLanguage, TextLike, Whole } from '../../base/http/fields.js';
import { POLARITIES, type Polarity } from './rating.entity.js';
import { type Scale, wordsOf } from './rating.rules.js';

const ORDER = 'From worst to best, 1 first and without gaps; null: off the scale.';
const NUMBER = 'What it is worth in numbers, growing with the order.';
const POLARITY = 'What it says of the claim.';
const LABELS = 'What readers are shown, by language.';

export class RatingGiven {
  @TextLike(/^[a-z0-9_]{1,50}$/, {
    max: 50,
    message: 'must be 1 to 50 small letters a-z, digits or underscores',
    example: 'false',
  })
  key: string;

  @Whole({ min: 1, max: 50, optional: true, nullable: true, default: null, description: ORDER })
  order: number | null = null;

  @Whole({ min: -10_000, max: 10_000, optional: true, nullable: true, default: null, description: NUMBER })
  numericValue: number | null = null;

  @OneOf(POLARITIES, { example: 'refutes', description: POLARITY })
  polarity: Polarity;

  @TextLike(/^#[0-9a-fA-F]{6}$/, {
    max: 7,
    message: 'must be a colour such as #b3261e',
    example: '#b3261e',
  })
  colour: string;

  @TextByLanguage({ max: 100, description: LABELS, example: { en: 'False' } })
  labels: Record<string, string>;
}

export class RatingScaleGiven {
  @Parts(() => RatingGiven, {
    min: 2,
    max: 50,
    example: [
      {
        key: 'false',
        order: 1,
        numericValue: 1,
        polarity: 'refutes',
        colour: '#b3261e',
        labels: { en: 'False' },
      },
      {
        key: 'true',
        order: 2,
        numericValue: 2,
        polarity: 'supports',
        colour: '#1b6e3c',
        labels: { en: 'True' },
      },
    ],
  })
  ratings: RatingGiven[];
}

export class RatingDto {
  @ApiProperty({ example: 'false' })
  key: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1, description: ORDER })
  order: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1, description: NUMBER })
  numericValue: number | null;

  @ApiProperty({ enum: POLARITIES, example: 'refutes', description: POLARITY })
  polarity: Polarity;

  @ApiProperty({ example: '#b3261e' })
  colour: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { en: 'False' },
    description: LABELS,
  })
  labels: Record<string, string>;
}

export class RatingScaleDto {
  @ApiProperty({ type: [RatingDto] })
  ratings: RatingDto[];

  @ApiProperty({ description: 'In force since.', example: '2024-10-24T10:00:00.000Z', format: 'date-time' })
  validFrom: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version: number;
}

export function presentScale({ scale, ratings }: Scale): RatingScaleDto {
  return { ratings: wordsOf(ratings), validFrom: scale.validFrom.toISOString(), version: scale.version };
}
