import { Global, Module } from '@nestjs/common';
import { Draining } from './draining.js';
import { OpenStreams } from './open-streams.service.js';
import { OperatorPort } from './operator-port.js';
import { RepeatedPolls } from './repeated-polls.js';

@Global()
@Module({
  providers: [Draining, OpenStreams, OperatorPort, RepeatedPolls],
  exports: [Draining, OpenStreams, OperatorPort, RepeatedPolls],
})
export class HttpModule {}
