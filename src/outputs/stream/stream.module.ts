import { Module } from '@nestjs/common';
import { AdmissionModule } from '../../access/admission/admission.module.js';
import { TellingModule } from '../../facts/telling/telling.module.js';
import { StreamController } from './stream.controller.js';
import { Streams } from './streams.service.js';

@Module({
  imports: [AdmissionModule, TellingModule],
  controllers: [StreamController],
  providers: [Streams],
})
export class StreamModule {}
