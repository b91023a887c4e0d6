import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { ClaimStatsDto, ClaimStatsQuery } from './stats.dto.js';
import { Stats } from './stats.service.js';
import { StatusTimelineDto, TimelineQuery } from './timeline.dto.js';
import { BUCKETS_AT_MOST } from './timeline.rules.js';
import { Timeline } from './timeline.service.js';

@Controller('stats')
export class StatsController {
  constructor(
    private readonly stats: Stats,
    private readonly timelines: Timeline,
  ) {}

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

  @Get('timeline')
  @May('stats.read')
  @Operation({
    summary: 'Count how claims flowed through their statuses',
    description: `How many claims came into each status and left it, by hour, day or ISO week in UTC, from the events. At most ${BUCKETS_AT_MOST} buckets; without \`from\` the last 24 hours, 30 days or 12 weeks. Made for polling: send If-None-Match.`,
    answer: StatusTimelineDto,
    query: TimelineQuery,
    polling: true,
  })
  async timeline(@Caller() actor: Actor, @Query() query: TimelineQuery): Promise<PreparedAnswer> {
    return this.timelines.read(actor, query);
  }
}
