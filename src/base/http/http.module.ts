import { Global, Module } from '@nestjs/common';
import { Draining } from './draining.js';
import { OpenStreams } from './open-streams.service.js';
import { OperatorPort } from './operator-port.js';
import { PublicAddress } from './public-address.js';
import { RepeatedPolls } from './repeated-polls.js';

@Global()
@Module({
  providers: [Draining, OpenStreams, OperatorPort, PublicAddress, RepeatedPolls],
  exports: [Draining, OpenStreams, OperatorPort, PublicAddress, RepeatedPolls],
})
export class HttpModule {}
