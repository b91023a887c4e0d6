import { ApiProperty } from '@nestjs/swagger';
import { invalidField } from '../../base/errors/problem.js';
import { Amount, Text } from '../../base/http/fields.js';

/** A range, bounds included: "at least 3,000" is min 3000, "up to 12,000" is max 12000. */
export class QuantityGiven {
  @Amount({ optional: true, nullable: true, example: 3000 })
  min?: number | null;

  @Amount({ optional: true, nullable: true, example: null })
  max?: number | null;

  @Text({
    max: 100,
    example: 'soldiers',
    description: 'Ranges are compared where the unit is exactly the same.',
  })
  unit: string;
}

export class QuantityDto {
  @ApiProperty({ type: Number, nullable: true, example: 3000 })
  min: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  max: number | null;

  @ApiProperty({ example: 'soldiers' })
  unit: string;
}

export interface QuantityColumns {
  quantityMin: number | null;
  quantityMax: number | null;
  quantityUnit: string | null;
}

/** The columns of a quantity; refuses one without a bound, or whose bounds are the wrong way round. */
export function readQuantity(given: QuantityGiven | null | undefined, path: string): QuantityColumns {
  if (given === null || given === undefined)
    return { quantityMin: null, quantityMax: null, quantityUnit: null };
  const min = given.min ?? null;
  const max = given.max ?? null;
  if (min === null && max === null) throw invalidField(path, 'needs min, max or both');
  if (min !== null && max !== null && min > max)
    throw invalidField(`${path}.min`, 'must not be larger than max');
  return { quantityMin: min, quantityMax: max, quantityUnit: given.unit };
}

export function presentQuantity(row: QuantityColumns): QuantityDto | null {
  if (row.quantityUnit === null) return null;
  return { min: row.quantityMin, max: row.quantityMax, unit: row.quantityUnit };
}
