import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { SweepFilesJob } from './files.jobs.js';
import { FilesRepository } from './files.repository.js';
import { Files } from './files.service.js';

@Module({
  controllers: [FilesController],
  providers: [Files, FilesRepository, SweepFilesJob],
  exports: [Files],
})
export class FilesModule {}
