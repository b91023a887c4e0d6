import { Controller, Get } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation, ApiProperty, ApiSecurity } from '@nestjs/swagger';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAVAILABLE } from '../../base/errors/problem.js';
import { Draining } from '../../base/http/draining.js';
import { Jobs } from '../../base/jobs/jobs.service.js';

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

@Controller('health')
@ApiSecurity({})
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly draining: Draining,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Say whether the process runs' })
  @ApiOkResponse({ type: LiveDto, description: 'It runs.' })
  live(): LiveDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Say whether requests can be answered',
    description: '503 also while the server is about to stop and still answers: send new requests elsewhere.',
  })
  @ApiOkResponse({ type: ReadyDto, description: 'The database answers.' })
  @ApiExtension('x-problems', [UNAVAILABLE])
  async ready(): Promise<ReadyDto> {
    if (this.draining.begun)
      throw new Problem(UNAVAILABLE, 'The server is about to stop.', { retryAfter: 2 });
    try {
      await this.database.query('select 1');
    } catch {
      throw new Problem(UNAVAILABLE, 'The database cannot be reached.', { retryAfter: 2 });
    }
    return (await this.jobs.answers()) ? { status: 'ok', jobs: 'up' } : { status: 'degraded', jobs: 'down' };
  }
}
