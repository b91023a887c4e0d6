import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { ReviewPage, type ReviewRoundDto, ReviewsQuery } from './reviews.dto.js';
import { ReviewViews } from './reviews.service.js';

@Controller('claims/:id/reviews')
export class ReviewsController {
  constructor(private readonly views: ReviewViews) {}

  @Get()
  @May('review.read')
  @Operation({
    summary: 'List the rounds of review of a claim, newest first',
    description:
      'Each with its slots, whose turn they were, what happened to each turn, and the decisions. While a blind round is open, only its author reads a decision; the others see that it was submitted, and when.',
    answer: ReviewPage,
    query: ReviewsQuery,
    polling: true,
    finds: true,
  })
  async list(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: ReviewsQuery,
  ): Promise<Page<ReviewRoundDto>> {
    return this.views.list(actor, id, query);
  }
}
