import { Global, Module } from '@nestjs/common';
import { EventsRepository } from './events.repository.js';
import { Events } from './events.service.js';

@Global()
@Module({ providers: [Events, EventsRepository], exports: [Events] })
export class EventsModule {}
