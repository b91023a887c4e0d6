import { Global, Module } from '@nestjs/common';
import { OperatorPort } from './operator-port.js';

@Global()
@Module({ providers: [OperatorPort], exports: [OperatorPort] })
export class OperatorPortModule {}
