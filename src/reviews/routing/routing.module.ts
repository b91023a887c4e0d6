import { Module } from '@nestjs/common';
import { PartiesModule } from '../../facts/parties/parties.module.js';
import { SourcesModule } from '../../facts/sources/sources.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { RoutingController } from './routing.controller.js';
import { RoutingRepository } from './routing.repository.js';
import { Routing } from './routing.service.js';

@Module({
  imports: [PartiesModule, SourcesModule, QueuesModule],
  controllers: [RoutingController],
  providers: [Routing, RoutingRepository],
  exports: [Routing],
})
export class RoutingModule {}
