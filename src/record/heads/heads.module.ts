import { Module } from '@nestjs/common';
import { HeadsController } from './heads.controller.js';
import { SignHeadsJob } from './heads.job.js';
import { HeadsRepository } from './heads.repository.js';
import { HistoryHeads } from './heads.service.js';

@Module({
  controllers: [HeadsController],
  providers: [HistoryHeads, HeadsRepository, SignHeadsJob],
})
export class HeadsModule {}
