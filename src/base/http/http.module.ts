import { Global, Module } from '@nestjs/common';
import { Draining } from './draining.js';
import { OperatorPort } from './operator-port.js';

@Global()
@Module({ providers: [Draining, OperatorPort], exports: [Draining, OperatorPort] })
export class HttpModule {}
