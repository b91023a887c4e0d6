import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { RatingsModule } from '../../reviews/ratings/ratings.module.js';
import { ExternalReviewsController } from './external-reviews.controller.js';
import { ExternalReviewsRepository } from './external-reviews.repository.js';
import { ExternalReviews } from './external-reviews.service.js';

@Module({
  imports: [ClaimsModule, RatingsModule],
  controllers: [ExternalReviewsController],
  providers: [ExternalReviews, ExternalReviewsRepository],
  exports: [ExternalReviews],
})
export class ExternalReviewsModule {}
