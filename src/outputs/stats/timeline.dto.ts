import { ApiProperty } from '@nestjs/swagger';
import { Instant, OneOf } from '../../base/http/fields.js';
import { type Bucket, BUCKETS } from './timeline.rules.js';

const FLOW = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class TimelineQuery {
  @OneOf(BUCKETS, { optional: true, default: 'day', description: 'Weeks begin on Monday; all of it in UTC.' })
  bucket: Bucket = 'day';

  @Instant({ optional: true, example: undefined, description: 'From the bucket of this moment on.' })
  from?: string;

  @Instant({
    optional: true,
    example: undefined,
    description: 'Before this moment; its bucket is shown whole.',
  })
  to?: string;
}

class FlowDto {
  @ApiProperty({ format: 'date-time', example: '2024-10-24T00:00:00.000Z', description: 'When it begins.' })
  start: string;

  @ApiProperty({
    ...FLOW,
    example: { triage: 3, queued: 2 },
    description: 'Claims that came into each status.',
  })
  entered: Record<string, number>;

  @ApiProperty({ ...FLOW, example: { triage: 2, queued: 0 }, description: 'Claims that left each status.' })
  left: Record<string, number>;
}

export class StatusTimelineDto {
  @ApiProperty({ enum: BUCKETS, example: 'day' })
  bucket: Bucket;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T00:00:00.000Z' })
  from: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-25T00:00:00.000Z' })
  to: string;

  @ApiProperty({ type: [FlowDto], description: 'Every bucket and every status, zeros too; oldest first.' })
  buckets: FlowDto[];
}
