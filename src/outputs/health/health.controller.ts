import { Controller, Get } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation, ApiSecurity } from '@nestjs/swagger';
import { UNAVAILABLE } from '../../base/errors/problem.js';
import { HealthDto } from './health.dto.js';
import { Health } from './health.service.js';

@Controller('health')
@ApiSecurity({})
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Say whether the process runs' })
  @ApiOkResponse({ type: HealthDto, description: 'It runs.' })
  live(): HealthDto {
    return this.health.live();
  }

  @Get('ready')
  @ApiOperation({ summary: 'Say whether requests can be answered' })
  @ApiOkResponse({ type: HealthDto, description: 'The database answers.' })
  @ApiExtension('x-problems', [UNAVAILABLE])
  ready(): Promise<HealthDto> {
    return this.health.ready();
  }
}
