import { ApiProperty } from '@nestjs/swagger';

export class LiveDto {
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  status: 'ok';
}

export class ReadyDto {
  @ApiProperty({
    enum: ['ok', 'degraded'],
    description: "`degraded`: requests are answered, and the machine's jobs wait until their queue is back.",
    example: 'ok',
  })
  status: 'ok' | 'degraded';

  @ApiProperty({ enum: ['up', 'down'], description: "The queue of the machine's jobs.", example: 'up' })
  jobs: 'up' | 'down';
}
