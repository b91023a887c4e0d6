import { Controller, Get } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation, ApiSecurity } from '@nestjs/swagger';
import { UNAVAILABLE } from '../../base/errors/problem.js';
import { LiveDto, ReadyDto } from './health.dto.js';
import { Health } from './health.service.js';

@Controller('health')
@ApiSecurity({})
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Say whether the process runs' })
  @ApiOkResponse({ type: LiveDto, description: 'It runs.' })
  live(): LiveDto {
    return this.health.live();
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Say whether requests can be answered',
    description: '503 also while the server is about to stop and still answers: send new requests elsewhere.',
  })
  @ApiOkResponse({ type: ReadyDto, description: 'The database answers.' })
  @ApiExtension('x-problems', [UNAVAILABLE])
  ready(): Promise<ReadyDto> {
    return this.health.ready();
  }
}
