import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../../access/api-keys/api-keys.module.js';
import { TellingModule } from '../../facts/telling/telling.module.js';
import { StreamController } from './stream.controller.js';
import { Streams } from './streams.service.js';

@Module({
  imports: [ApiKeysModule, TellingModule],
  controllers: [StreamController],
  providers: [Streams],
})
export class StreamModule {}
