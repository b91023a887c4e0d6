import { ApiProperty } from '@nestjs/swagger';

export const MOVED_FROM =
  'As what it was recorded before, on a claim that was closed as a duplicate of this one; null when it was not.';

export class MovedFromDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f61' })
  claimId: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f64' })
  id: string;
}

export function movedFrom(row: {
  movedFromClaimId: string | null;
  movedFromId: string | null;
}): MovedFromDto | null {
  return row.movedFromId === null ? null : { claimId: row.movedFromClaimId!, id: row.movedFromId };
}
