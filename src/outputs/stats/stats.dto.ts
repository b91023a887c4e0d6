import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '../../base/http/fields.js';

export class ClaimStatsQuery {
  @Text({ optional: true, max: 100, description: 'Only claims of this topic.' })
  topic?: string;

  @Id({ optional: true, example: undefined, description: 'Only claims that were queued here last.' })
  queueId?: string;
}

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class ClaimStatsDto {
  @ApiProperty({ type: 'integer', example: 1 })
  total: number;

  @ApiProperty({
    ...COUNTS,
    example: { triage: 0, queued: 0, decided: 1 },
    description: 'Every status, zeros too.',
  })
  byStatus: Record<string, number>;

  @ApiProperty({
    ...COUNTS,
    example: { contested: 1, corroborated: 0 },
    description: 'Every corroboration, zeros too.',
  })
  byCorroboration: Record<string, number>;

  @ApiProperty({
    ...COUNTS,
    example: { unverifiable: 1, false: 0 },
    description: 'Claims with a verdict, by its rating.',
  })
  byRating: Record<string, number>;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2024-10-24T14:00:00.000Z',
    description: 'When the newest event happened that is counted in; null before the first.',
  })
  asOf: string | null;
}
