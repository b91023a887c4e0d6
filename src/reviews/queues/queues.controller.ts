import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { NewQueue, presentQueue, QueueChange, QueueDto, QueuePage, QueuesQuery } from './queue.dto.js';
import { QUEUE_DUPLICATE } from './queue.errors.js';
import { Queues } from './queues.service.js';

@Controller('queues')
export class QueuesController {
  constructor(private readonly queues: Queues) {}

  @Post()
  @May('queue.manage')
  @Operation({ summary: 'Open a queue', answer: QueueDto, status: 201, errors: [QUEUE_DUPLICATE] })
  async create(@Caller() actor: Actor, @Body() given: NewQueue): Promise<QueueDto> {
    return presentQueue(await this.queues.create(actor, given));
  }

  @Get()
  @May('queue.read')
  @Operation({
    summary: 'List the queues of your workspace',
    answer: QueuePage,
    query: QueuesQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: QueuesQuery): Promise<Page<QueueDto>> {
    const page = await this.queues.list(actor, query);
    return { ...page, items: page.items.map(presentQueue) };
  }

  @Get(':id')
  @May('queue.read')
  @Operation({ summary: 'Read a queue', answer: QueueDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<QueueDto> {
    return presentQueue(await this.queues.read(actor, id));
  }

  @Patch(':id')
  @May('queue.manage')
  @Operation({
    summary: 'Change a queue',
    description: 'Rounds that are open keep what the queue asked when they were opened.',
    answer: QueueDto,
    finds: true,
    ifMatch: true,
    errors: [QUEUE_DUPLICATE],
  })
  async change(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: QueueChange,
  ): Promise<QueueDto> {
    return presentQueue(await this.queues.change(actor, id, expected, change));
  }
}
