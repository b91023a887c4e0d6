import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { RoundsModule } from '../../reviews/rounds/rounds.module.js';
import { ClaimViewsRepository } from './claim-views.repository.js';
import { ClaimViews } from './claim-views.service.js';
import { ClaimsController } from './claims.controller.js';
import { DeskController } from './desk.controller.js';
import { EventViews } from './event-views.service.js';
import { EventsController } from './events.controller.js';
import { EventsViewRepository } from './events.repository.js';

@Module({
  imports: [ClaimsModule, StatementsModule, RoundsModule],
  controllers: [ClaimsController, EventsController, DeskController],
  providers: [ClaimViews, ClaimViewsRepository, EventViews, EventsViewRepository],
})
export class ViewsModule {}
