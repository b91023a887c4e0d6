import { Global, Module } from '@nestjs/common';
import { Draining } from './draining.js';
import { OpenStreams } from './open-streams.service.js';
import { OperatorPort } from './operator-port.js';

@Global()
@Module({ providers: [Draining, OpenStreams, OperatorPort], exports: [Draining, OpenStreams, OperatorPort] })
export class HttpModule {}
