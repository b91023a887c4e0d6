import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { PreparedAnswer } from '../../base/http/answer.interceptor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { ClaimStatsDto, ClaimStatsQuery } from './stats.dto.js';
import { Stats } from './stats.service.js';

@Controller('stats')
export class StatsController {
  constructor(private readonly stats: Stats) {}

  @Get('claims')
  @May('stats.read')
  @Operation({
    summary: 'Count claims by status, corroboration and rating',
    description: 'Made for polling: send If-None-Match. The counts equal the lists.',
    answer: ClaimStatsDto,
    query: ClaimStatsQuery,
    polling: true,
  })
  async claims(@Caller() actor: Actor, @Query() query: ClaimStatsQuery): Promise<PreparedAnswer> {
    return this.stats.claims(actor, query);
  }
}
