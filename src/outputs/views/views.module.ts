import { Module } from '@nestjs/common';
import { CapturesModule } from '../../facts/captures/captures.module.js';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { EvidenceModule } from '../../facts/evidence/evidence.module.js';
import { FilesModule } from '../../facts/files/files.module.js';
import { SimilarModule } from '../../facts/similar/similar.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { RoundsModule } from '../../reviews/rounds/rounds.module.js';
import { TellingModule } from '../../facts/telling/telling.module.js';
import { ChainsRepository } from './chains.repository.js';
import { ClaimViewsRepository } from './claim-views.repository.js';
import { ClaimViews } from './claim-views.service.js';
import { ClaimsController } from './claims.controller.js';
import { CustodyController } from './custody.controller.js';
import { Custody } from './custody.service.js';
import { DeskController } from './desk.controller.js';
import { EventViews } from './event-views.service.js';
import { EventsController } from './events.controller.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { ReviewViews } from './reviews.service.js';
import { TimelineController } from './timeline.controller.js';
import { SimilarController } from './similar.controller.js';
import { SimilarViews } from './similar.service.js';
import { Timeline } from './timeline.service.js';

@Module({
  imports: [
    ClaimsModule,
    FilesModule,
    EvidenceModule,
    CapturesModule,
    StatementsModule,
    SimilarModule,
    TellingModule,
    RoundsModule,
  ],
  controllers: [
    ClaimsController,
    SimilarController,
    EventsController,
    TimelineController,
    CustodyController,
    ReviewsController,
    DeskController,
  ],
  providers: [
    ClaimViews,
    ClaimViewsRepository,
    SimilarViews,
    EventViews,
    ChainsRepository,
    Timeline,
    Custody,
    ReviewViews,
    ReviewsRepository,
  ],
  exports: [ClaimViews],
})
export class ViewsModule {}
