import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { CURSOR_AHEAD } from '../../record/feed/feed.errors.js';
import { FeedPageDto, FeedQuery, HistoryPage, HistoryQuery, VerificationDto } from './events.dto.js';
import { EventDto } from '../../facts/telling/event.dto.js';
import { EventViews } from './event-views.service.js';

@Controller()
export class EventsController {
  constructor(private readonly views: EventViews) {}

  @Get('events')
  @May('event.read')
  @Operation({
    summary: 'Follow what happens',
    description:
      'Every event of your workspace exactly once, in one order that never changes. Keep nextCursor and send it as after. A cursor that the feed has not come to is refused: it is from before a backup was restored, or of another workspace.',
    answer: FeedPageDto,
    query: FeedQuery,
    polling: true,
    errors: [CURSOR_AHEAD],
  })
  async feed(@Caller() actor: Actor, @Query() query: FeedQuery): Promise<FeedPageDto> {
    return this.views.feed(actor, query);
  }

  @Get('claims/:id/history')
  @May('event.read')
  @Operation({
    summary: 'Read the history of a claim, oldest first',
    answer: HistoryPage,
    query: HistoryQuery,
    polling: true,
    finds: true,
  })
  async history(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page<EventDto>> {
    return this.views.history(actor, id, query);
  }

  @Get('claims/:id/history/verify')
  @May('event.read')
  @Operation({
    summary: 'Check that the history of a claim is whole',
    description:
      'Recomputes SHA-256 over salt and content of every event, each over the one before, and holds the chain against what daily heads note of it. Whether those heads are the ones that were signed is for `second-source verify` to say.',
    answer: VerificationDto,
    finds: true,
  })
  async verify(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<VerificationDto> {
    return this.views.verify(actor, id);
  }
}
