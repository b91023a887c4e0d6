import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { EvidenceModule } from '../../facts/evidence/evidence.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { RatingsModule } from '../ratings/ratings.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsRepository } from './decisions.repository.js';
import { Decisions } from './decisions.service.js';
import { Judging } from './judging.service.js';
import { Settling } from './settling.service.js';

@Module({
  imports: [ClaimsModule, StatementsModule, EvidenceModule, RatingsModule, RoundsModule],
  controllers: [DecisionsController],
  providers: [Decisions, DecisionsRepository, Judging, Settling],
  exports: [Decisions],
})
export class DecisionsModule {}
