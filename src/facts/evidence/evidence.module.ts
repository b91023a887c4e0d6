import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { FilesModule } from '../files/files.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceItems } from './evidence.service.js';

@Module({
  imports: [ClaimsModule, FilesModule],
  controllers: [EvidenceController],
  providers: [EvidenceItems],
  exports: [EvidenceItems],
})
export class EvidenceModule {}
