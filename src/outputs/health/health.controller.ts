import { Controller, Get } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation, ApiProperty, ApiSecurity } from '@nestjs/swagger';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAVAILABLE } from '../../base/errors/problem.js';

export class HealthDto {
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  status: 'ok';
}

@Controller('health')
@ApiSecurity({})
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @ApiOperation({ summary: 'Say whether the process runs' })
  @ApiOkResponse({ type: HealthDto, description: 'It runs.' })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Say whether requests can be answered' })
  @ApiOkResponse({ type: HealthDto, description: 'The database answers.' })
  @ApiExtension('x-problems', [UNAVAILABLE])
  async ready(): Promise<HealthDto> {
    try {
      await this.database.query('select 1');
    } catch {
      throw new Problem(UNAVAILABLE, 'The database cannot be reached.', { retryAfter: 2 });
    }
    return { status: 'ok' };
  }
}
