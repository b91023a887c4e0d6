import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { PlacementsRepository } from '../corroboration/placements.repository.js';
import { SourcesModule } from '../sources/sources.module.js';
import { Assessment } from './assessment.service.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { Drafts } from './drafts.service.js';
import { Explanation } from './explanation.service.js';
import { Merging } from './merging.service.js';
import { PastClaims } from './past-claims.service.js';
import { RecomputeWorkspaceJob, SweepRecomputationsJob } from './recomputation.job.js';
import { RecomputationRepository } from './recomputation.repository.js';
import { Recomputation } from './recomputation.service.js';
import { StatementPresenter } from './statement.presenter.js';
import { StatementsController } from './statements.controller.js';
import { StatementsRepository } from './statements.repository.js';
import { Statements } from './statements.service.js';

@Module({
  imports: [SourcesModule, ClaimsModule, EvidenceModule],
  controllers: [StatementsController],
  providers: [
    Statements,
    StatementsRepository,
    StatementPresenter,
    Assessment,
    Explanation,
    PastClaims,
    Merging,
    Drafts,
    PlacementsRepository,
    Recomputation,
    RecomputationRepository,
    RecomputeWorkspaceJob,
    SweepRecomputationsJob,
  ],
  exports: [
    Statements,
    StatementsRepository,
    StatementPresenter,
    Assessment,
    PastClaims,
    Merging,
    Drafts,
    Recomputation,
  ],
})
export class StatementsModule {}
