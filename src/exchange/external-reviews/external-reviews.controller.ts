import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  ExternalReviewDto,
  ExternalReviewPage,
  ExternalReviewsQuery,
  Meaning,
  presentExternalReview,
  presentRatingWord,
  RatingWordDto,
  RatingWordPage,
  RatingWordsQuery,
} from './external-reviews.dto.js';
import { ExternalReviews } from './external-reviews.service.js';

@Controller()
export class ExternalReviewsController {
  constructor(private readonly reviews: ExternalReviews) {}

  @Get('claims/:id/external-reviews')
  @May('claim.read')
  @Operation({
    summary: 'List what other publishers have found about a claim',
    description: 'As it was imported, in their words. None of it is a verdict of ours.',
    answer: ExternalReviewPage,
    query: ExternalReviewsQuery,
    finds: true,
    polling: true,
  })
  async externalReviews(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: ExternalReviewsQuery,
  ): Promise<Page<ExternalReviewDto>> {
    const page = await this.reviews.ofClaim(actor, id, query);
    return { ...page, items: page.items.map(presentExternalReview) };
  }

  @Get('rating-words')
  @May('rating.read')
  @Operation({
    summary: 'List the words by which other publishers rate',
    description: 'Each publisher’s words apart, in the order in which they were seen first.',
    answer: RatingWordPage,
    query: RatingWordsQuery,
    polling: true,
  })
  async words(@Caller() actor: Actor, @Query() query: RatingWordsQuery): Promise<Page<RatingWordDto>> {
    const page = await this.reviews.words(actor, query);
    return { ...page, items: page.items.map(presentRatingWord) };
  }

  @Post('rating-words/:id/map')
  @May('rating.change')
  @Operation({
    summary: 'Say which rating a publisher’s word comes near to',
    description: 'It is shown beside their reviews, and never counts as a verdict.',
    status: 204,
    finds: true,
  })
  async map(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { rating }: Meaning,
  ): Promise<void> {
    await this.reviews.map(actor, id, rating);
  }
}
