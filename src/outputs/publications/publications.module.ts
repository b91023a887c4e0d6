import { Module } from '@nestjs/common';
import { ClaimsModule } from '../../facts/claims/claims.module.js';
import { EvidenceModule } from '../../facts/evidence/evidence.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { FeedsController } from './feeds.controller.js';
import { PageController } from './page.controller.js';
import { PublicPublications } from './public.service.js';
import { PublicView } from './public-view.service.js';
import { PublicationContents } from './publication.contents.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsRepository } from './publications.repository.js';
import { Publications } from './publications.service.js';

@Module({
  imports: [ClaimsModule, StatementsModule, EvidenceModule],
  controllers: [PublicationsController, FeedsController, PageController],
  providers: [Publications, PublicationsRepository, PublicationContents, PublicView, PublicPublications],
  exports: [PublicPublications],
})
export class PublicationsModule {}
