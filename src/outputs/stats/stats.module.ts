import { Module } from '@nestjs/common';
import { RatingsModule } from '../../reviews/ratings/ratings.module.js';
import { Fold } from './fold.service.js';
import { FlowsRepository } from './flows.repository.js';
import { StatsController } from './stats.controller.js';
import { StatsRepository } from './stats.repository.js';
import { Stats } from './stats.service.js';
import { Timeline } from './timeline.service.js';

@Module({
  imports: [RatingsModule],
  controllers: [StatsController],
  providers: [Stats, StatsRepository, Timeline, FlowsRepository, Fold],
  exports: [Fold],
})
export class StatsModule {}
