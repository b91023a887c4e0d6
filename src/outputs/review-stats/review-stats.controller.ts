import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { PreparedAnswer } from '../../base/http/prepared-answer.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { AgreementQuery, AgreementStatsDto } from './agreement.dto.js';
import { Agreement } from './agreement.service.js';
import { Load } from './load.service.js';
import { PeriodQuery } from './period.dto.js';
import { QueuesStatsDto } from './queue-stats.dto.js';
import { ReviewersStatsDto } from './reviewer-stats.dto.js';

const RECENT = `The period bounds what is measured, never what is counted as of now; without \`from\` it is the last 30 days, from the beginning of a day in UTC. All times are measured in the ledger of assignments. Made for polling: send If-None-Match.`;

@Controller('stats')
export class ReviewStatsController {
  constructor(
    private readonly agreements: Agreement,
    private readonly load: Load,
  ) {}

  @Get('agreement')
  @May('stats.read')
  @Operation({
    summary: 'Measure how far reviewers agree',
    description: `Krippendorff’s alpha over reviews by several members that are settled or adjudicated; \`from\` and \`to\` bound when they closed. A review that still runs, or was cancelled, is no part of it, and an adjudicator’s rating is none of its decisions. Made for polling: send If-None-Match.`,
    answer: AgreementStatsDto,
    query: AgreementQuery,
    polling: true,
  })
  async agreement(@Caller() actor: Actor, @Query() query: AgreementQuery): Promise<PreparedAnswer> {
    return this.agreements.read(actor, query);
  }

  @Get('queues')
  @May('stats.read')
  @Operation({
    summary: 'Count what waits in each queue, and how long it takes',
    description: RECENT,
    answer: QueuesStatsDto,
    query: PeriodQuery,
    polling: true,
  })
  async queues(@Caller() actor: Actor, @Query() query: PeriodQuery): Promise<PreparedAnswer> {
    return this.load.queues(actor, query);
  }

  @Get('reviewers')
  @May('stats.reviewers')
  @Operation({
    summary: 'Count what each reviewer has in hand and has done',
    description: RECENT,
    answer: ReviewersStatsDto,
    query: PeriodQuery,
    polling: true,
  })
  async reviewers(@Caller() actor: Actor, @Query() query: PeriodQuery): Promise<PreparedAnswer> {
    return this.load.reviewers(actor, query);
  }
}
