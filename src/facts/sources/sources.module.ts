import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties/parties.module.js';
import { SourcesController } from './sources.controller.js';
import { SourcesRepository } from './sources.repository.js';
import { Sources } from './sources.service.js';

@Module({
  imports: [PartiesModule],
  controllers: [SourcesController],
  providers: [Sources, SourcesRepository],
  exports: [Sources],
})
export class SourcesModule {}
