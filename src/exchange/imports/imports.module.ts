import { Module } from '@nestjs/common';
import { MembersModule } from '../../access/members/members.module.js';
import { SourcesModule } from '../../facts/sources/sources.module.js';
import { StatementsModule } from '../../facts/statements/statements.module.js';
import { ExternalReviewsModule } from '../external-reviews/external-reviews.module.js';
import { BatchWork } from './batch-work.service.js';
import { EnteringReviews } from './entering-reviews.service.js';
import { Entering } from './entering.service.js';
import { ImportsController } from './imports.controller.js';
import { RunImportJob, SweepImportsJob } from './imports.handlers.js';
import { ImportsRepository } from './imports.repository.js';
import { Naming } from './naming.service.js';
import { Imports } from './receiving.service.js';
import { ImportWork } from './working.service.js';

@Module({
  imports: [MembersModule, SourcesModule, StatementsModule, ExternalReviewsModule],
  controllers: [ImportsController],
  providers: [
    Imports,
    ImportsRepository,
    ImportWork,
    BatchWork,
    Entering,
    EnteringReviews,
    Naming,
    RunImportJob,
    SweepImportsJob,
  ],
})
export class ImportsModule {}
