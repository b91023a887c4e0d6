import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { type TimelineItemDto, TimelinePage, TimelineQuery } from './timeline.dto.js';
import { Timeline } from './timeline.service.js';

@Controller('claims')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get(':id/timeline')
  @May('event.read')
  @Operation({
    summary: 'Read what was said about a claim against what was known',
    description:
      'Statements and strikes, each change of corroboration with what moved it, each move and verdict, in the order of the record. Draw saidAt, the world’s clock, against recordedAt, ours.',
    answer: TimelinePage,
    query: TimelineQuery,
    polling: true,
    finds: true,
  })
  async ofClaim(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: TimelineQuery,
  ): Promise<Page<TimelineItemDto>> {
    return this.timeline.ofClaim(actor, id, query);
  }
}
