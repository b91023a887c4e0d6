import { Module } from '@nestjs/common';
import { RatingsModule } from '../../reviews/ratings/ratings.module.js';
import { AgreementRepository } from './agreement.repository.js';
import { Agreement } from './agreement.service.js';
import { Load } from './load.service.js';
import { QueueStatsRepository } from './queue-stats.repository.js';
import { RememberedReadings } from './remembered-readings.js';
import { ReviewStatsController } from './review-stats.controller.js';
import { ReviewerStatsRepository } from './reviewer-stats.repository.js';

/** Statistics of the review queue: load, times, agreement. */
@Module({
  imports: [RatingsModule],
  controllers: [ReviewStatsController],
  providers: [
    Agreement,
    AgreementRepository,
    Load,
    QueueStatsRepository,
    ReviewerStatsRepository,
    RememberedReadings,
  ],
})
export class ReviewStatsModule {}
