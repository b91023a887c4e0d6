import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { RatingsModule } from '../ratings/ratings.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { Leases } from './leases.service.js';
import { Moving } from './moving.service.js';
import { OfferingRepository } from './offering.repository.js';
import { Offering } from './offering.service.js';
import { RoundsController } from './rounds.controller.js';
import { ReviewersRepository } from './reviewers.repository.js';
import {
  OfferSlotsJob,
  SearchStalledJob,
  SweepHoldsJob,
  SweepLeasesJob,
  SweepSlotsJob,
  SweepStalledJob,
} from './rounds.jobs.js';
import { RoundsRepository } from './rounds.repository.js';
import { Rounds } from './rounds.service.js';
import { StallingRepository } from './stalling.repository.js';
import { Stalling } from './stalling.service.js';
import { TakingRepository } from './taking.repository.js';
import { Taking } from './taking.service.js';
import { WorkPresenter } from './work.presenter.js';

@Module({
  imports: [ClaimsModule, StatementsModule, RatingsModule, QueuesModule, RoutingModule],
  controllers: [RoundsController],
  providers: [
    Rounds,
    RoundsRepository,
    AssignmentsRepository,
    Moving,
    Taking,
    TakingRepository,
    Leases,
    Offering,
    OfferingRepository,
    ReviewersRepository,
    Stalling,
    StallingRepository,
    WorkPresenter,
    OfferSlotsJob,
    SweepSlotsJob,
    SweepLeasesJob,
    SweepHoldsJob,
    SearchStalledJob,
    SweepStalledJob,
  ],
  exports: [Rounds, RoundsRepository, AssignmentsRepository, Leases, Moving, Taking, WorkPresenter],
})
export class RoundsModule {}
