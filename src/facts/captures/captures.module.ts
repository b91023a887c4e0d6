import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FilesModule } from '../files/files.module.js';
import { CapturesController } from './captures.controller.js';
import { LookAtLinksJob } from './captures.jobs.js';
import { CapturesRepository } from './captures.repository.js';
import { Captures } from './captures.service.js';
import { Fetching } from './fetching.service.js';
import { Looking } from './looking.service.js';
import { Watching } from './watching.service.js';

@Module({
  imports: [ClaimsModule, FilesModule, EvidenceModule],
  controllers: [CapturesController],
  providers: [Captures, CapturesRepository, Fetching, Looking, Watching, LookAtLinksJob],
  exports: [CapturesRepository],
})
export class CapturesModule {}
