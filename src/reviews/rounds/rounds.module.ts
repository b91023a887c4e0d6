import { Module } from '@nestjs/common';
import { MembersModule } from '../../access/members/members.module.js';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { RatingsModule } from '../ratings/ratings.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { DueTimesRepository } from './due-times.repository.js';
import { DueTimes } from './due-times.service.js';
import { Breaking } from './breaking.service.js';
import { GivenDecisionsRepository } from './given-decisions.repository.js';
import { HandingOver } from './handing-over.service.js';
import { Leases } from './leases.service.js';
import { Moving } from './moving.service.js';
import { OfferingRepository } from './offering.repository.js';
import { Offering } from './offering.service.js';
import { ReceiversRepository } from './receivers.repository.js';
import { RoundsController } from './rounds.controller.js';
import { ReviewersRepository } from './reviewers.repository.js';
import {
  EndLostTurnsJob,
  OfferSlotsJob,
  SearchStalledJob,
  SweepDueTimesJob,
  SweepHoldsJob,
  SweepLeasesJob,
  SweepSlotsJob,
  SweepStalledJob,
} from './rounds.jobs.js';
import { RoundsRepository } from './rounds.repository.js';
import { ReReviewsRepository } from './re-reviews.repository.js';
import { ReReviews } from './re-reviews.service.js';
import { Rounds } from './rounds.service.js';
import { StallingRepository } from './stalling.repository.js';
import { Stalling } from './stalling.service.js';
import { TakingRepository } from './taking.repository.js';
import { TakingRules } from './taking-rules.service.js';
import { Taking } from './taking.service.js';
import { WorkPresenter } from './work.presenter.js';

@Module({
  imports: [MembersModule, ClaimsModule, StatementsModule, RatingsModule, QueuesModule, RoutingModule],
  controllers: [RoundsController, AssignmentsController],
  providers: [
    Rounds,
    RoundsRepository,
    GivenDecisionsRepository,
    AssignmentsRepository,
    Moving,
    Taking,
    TakingRules,
    TakingRepository,
    Leases,
    HandingOver,
    ReceiversRepository,
    Breaking,
    Offering,
    OfferingRepository,
    ReviewersRepository,
    Stalling,
    StallingRepository,
    ReReviews,
    ReReviewsRepository,
    DueTimes,
    DueTimesRepository,
    WorkPresenter,
    OfferSlotsJob,
    SweepSlotsJob,
    SweepLeasesJob,
    EndLostTurnsJob,
    SweepHoldsJob,
    SweepDueTimesJob,
    SearchStalledJob,
    SweepStalledJob,
  ],
  exports: [
    Stalling,
    ReReviews,
    ReReviewsRepository,
    Rounds,
    RoundsRepository,
    GivenDecisionsRepository,
    AssignmentsRepository,
    Leases,
    Moving,
    Taking,
    WorkPresenter,
  ],
})
export class RoundsModule {}
