import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { HeadsQuery, type HistoryHeadDto, HistoryHeadPage } from './head.dto.js';
import { HistoryHeads } from './heads.service.js';

@Controller('history')
export class HeadsController {
  constructor(private readonly heads: HistoryHeads) {}

  @Get('heads')
  @May('event.read')
  @Operation({
    summary: 'List the signed heads of your workspace’s record, newest first',
    description:
      'One for each day: keep them elsewhere, and `second-source verify --head` shows whatever was taken away or changed since.',
    answer: HistoryHeadPage,
    query: HeadsQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: HeadsQuery): Promise<Page<HistoryHeadDto>> {
    return this.heads.list(actor, query);
  }
}
