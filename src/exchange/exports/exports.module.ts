import { Module } from '@nestjs/common';
import { PublicationsModule } from '../../outputs/publications/publications.module.js';
import { ViewsModule } from '../../outputs/views/views.module.js';
import { ExportedRepository } from './exported.repository.js';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.service.js';

@Module({
  imports: [ViewsModule, PublicationsModule],
  controllers: [ExportsController],
  providers: [Exports, ExportedRepository],
})
export class ExportsModule {}
