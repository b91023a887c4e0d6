import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { presentScale, RatingScaleDto } from './rating.dto.js';
import { Ratings } from './ratings.service.js';

@Controller('rating-scale')
export class RatingsController {
  constructor(private readonly ratings: Ratings) {}

  @Get()
  @May('rating.read')
  @Operation({ summary: 'Read the rating scale of your workspace', answer: RatingScaleDto, polling: true })
  async read(@Caller() actor: Actor): Promise<RatingScaleDto> {
    return presentScale(await this.ratings.scale(actor.workspaceId));
  }
}
