import { ApiProperty } from '@nestjs/swagger';
import { POLARITIES, type Polarity, type Rating } from './rating.entity.js';

export class RatingDto {
  @ApiProperty({ example: 'false' })
  key: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 1,
    description: 'From worst to best; null: off the scale.',
  })
  order: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  numericValue: number | null;

  @ApiProperty({ enum: POLARITIES, example: 'refutes', description: 'What it says of the claim.' })
  polarity: Polarity;

  @ApiProperty({ example: '#b3261e' })
  colour: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { en: 'False' } })
  labels: Record<string, string>;
}

export class RatingScaleDto {
  @ApiProperty({ type: [RatingDto] })
  ratings: RatingDto[];
}

export function presentScale(ratings: Rating[]): RatingScaleDto {
  return {
    ratings: ratings.map(({ key, scaleOrder, numericValue, polarity, colour, labels }) => ({
      key,
      order: scaleOrder,
      numericValue,
      polarity,
      colour,
      labels,
    })),
  };
}
