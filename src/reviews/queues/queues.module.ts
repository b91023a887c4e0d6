import { Module } from '@nestjs/common';
import { QueuesController } from './queues.controller.js';
import { Queues } from './queues.service.js';

@Module({ controllers: [QueuesController], providers: [Queues], exports: [Queues] })
export class QueuesModule {}
