import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { NoticingRepository } from './noticing.repository.js';
import { ReReviewing } from './re-reviewing.service.js';
import { SearchReReviewsJob, SweepReReviewsJob } from './re-reviews.jobs.js';

@Module({
  imports: [ClaimsModule, RoundsModule],
  providers: [ReReviewing, NoticingRepository, SearchReReviewsJob, SweepReReviewsJob],
})
export class ReReviewsModule {}
