import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { presentScale, RatingScaleDto, RatingScaleGiven } from './rating.dto.js';
import { Ratings } from './ratings.service.js';

@Controller('rating-scale')
export class RatingsController {
  constructor(private readonly ratings: Ratings) {}

  @Get()
  @May('rating.read')
  @Operation({ summary: 'Read the rating scale of your workspace', answer: RatingScaleDto })
  async read(@Caller() actor: Actor): Promise<RatingScaleDto> {
    return presentScale(await this.ratings.read(actor));
  }

  @Put()
  @May('rating.change')
  @Operation({
    summary: 'Replace the rating scale of your workspace',
    description:
      'Rounds that are open keep the scale they were opened with, and verdicts the rating they gave: claims are still counted and found by a rating that is on the scale no longer. The change is the event `rating-scale.changed`, with the scale before and after.',
    answer: RatingScaleDto,
    ifMatch: true,
  })
  async replace(
    @Caller() actor: Actor,
    @IfMatch() expected: ExpectedVersion,
    @Body() given: RatingScaleGiven,
  ): Promise<RatingScaleDto> {
    return presentScale(await this.ratings.replace(actor, expected, given.ratings));
  }
}
