import { Module } from '@nestjs/common';
import { SourcesModule } from '../../facts/sources/sources.module.js';
import { SourceRecordsController } from './source-records.controller.js';
import { SourceRecordsRepository } from './source-records.repository.js';
import { SourceRecords } from './source-records.service.js';

@Module({
  imports: [SourcesModule],
  controllers: [SourceRecordsController],
  providers: [SourceRecords, SourceRecordsRepository],
})
export class SourceRecordsModule {}
