import { ApiProperty } from '@nestjs/swagger';
import { Instant } from '../../base/http/fields.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';

export class ClaimQuery {
  @Instant({
    optional: true,
    description:
      'Answer with the claim as it stood at this moment on the record’s clock, made again from its events alone.',
    example: undefined,
  })
  asOf?: string;
}

/** A claim as it stands, or as it stood; then nobody works on it and nobody can move it any more. */
export class ClaimAsOfDto extends ClaimDto {
  @ApiProperty({
    required: false,
    format: 'date-time',
    example: '2024-10-24T12:00:00.000Z',
    description:
      'The moment that was asked for; only there when one was. Then leases and allowedTransitions are empty.',
  })
  asOf?: string;

  @ApiProperty({
    required: false,
    type: [String],
    example: [],
    description:
      'Beside asOf: fields that the events up to then do not tell, because they are older than what tells it or were erased. What stands there is the nearest that is known.',
  })
  unknown?: string[];
}
