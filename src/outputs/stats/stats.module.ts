import { Module } from '@nestjs/common';
import { RatingsModule } from '../../reviews/ratings/ratings.module.js';
import { Fold } from './fold.service.js';
import { StatsController } from './stats.controller.js';
import { StatsRepository } from './stats.repository.js';
import { Stats } from './stats.service.js';

@Module({
  imports: [RatingsModule],
  controllers: [StatsController],
  providers: [Stats, StatsRepository, Fold],
  exports: [Fold],
})
export class StatsModule {}
