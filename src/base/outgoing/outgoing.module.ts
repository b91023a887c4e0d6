import { Global, Module } from '@nestjs/common';
import { Destinations } from './destinations.js';
import { Names } from './names.js';
import { Outgoing } from './outgoing.service.js';

@Global()
@Module({ providers: [Names, Destinations, Outgoing], exports: [Destinations, Outgoing] })
export class OutgoingModule {}
