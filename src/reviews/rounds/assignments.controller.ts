import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import {
  Acceptance,
  AssignmentDto,
  AssignmentPage,
  AssignmentsQuery,
  Break,
  Decline,
  HandOver,
  Hold,
  LeaseToken,
  WorkDto,
} from './assignment.dto.js';
import {
  ASSIGNMENT_CLOSED,
  ASSIGNMENT_NOT_OFFERED,
  ASSIGNMENT_NOT_YOURS,
  LEASE_LOST,
  REVIEWER_TOOK_PART,
} from './assignment.errors.js';
import { Breaking } from './breaking.service.js';
import { HandingOver } from './handing-over.service.js';
import { Leases } from './leases.service.js';
import { WorkPresenter } from './work.presenter.js';

const OWN_LEASE = [ASSIGNMENT_NOT_YOURS, LEASE_LOST, ASSIGNMENT_CLOSED, ASSIGNMENT_NOT_OFFERED];

@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly leases: Leases,
    private readonly handingOver: HandingOver,
    private readonly breaking: Breaking,
    private readonly presenter: WorkPresenter,
  ) {}

  @Get()
  @May('review.read')
  @Operation({
    summary: 'List assignments, newest first',
    answer: AssignmentPage,
    query: AssignmentsQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: AssignmentsQuery): Promise<Page<AssignmentDto>> {
    return this.presenter.assignments(actor, query);
  }

  @Get(':id')
  @May('review.read')
  @Operation({ summary: 'Read an assignment', answer: AssignmentDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<AssignmentDto> {
    return this.presenter.assignment(actor, id);
  }

  @Post(':id/accept')
  @May('review.take')
  @Operation({
    summary: 'Accept an offer',
    answer: WorkDto,
    finds: true,
    errors: [...OWN_LEASE, REVIEWER_TOOK_PART],
  })
  async accept(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() _given: Acceptance,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.leases.accept(actor, id));
  }

  @Post(':id/renew')
  @May('review.take')
  @Operation({
    summary: 'Renew a lease',
    description: 'It runs for a full lease of its queue again from now on; a hold ends with it.',
    answer: WorkDto,
    finds: true,
    errors: OWN_LEASE,
  })
  async renew(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { token }: LeaseToken,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.leases.renew(actor, id, token));
  }

  @Post(':id/hold')
  @May('review.take')
  @Operation({
    summary: 'Hold a claim',
    description:
      'While the work has to wait: the claim stays yours until then, and counts as in hand. It can be decided, renewed, released, declined and handed over like any other.',
    answer: WorkDto,
    finds: true,
    errors: OWN_LEASE,
  })
  async hold(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { until, ...given }: Hold,
  ): Promise<WorkDto> {
    const held = await this.leases.hold(actor, id, { ...given, until: new Date(until) });
    return this.presenter.work(actor, held);
  }

  @Post(':id/release')
  @May('review.take')
  @Operation({
    summary: 'Give a claim back',
    description: 'It keeps its place in the queue for others.',
    answer: WorkDto,
    finds: true,
    errors: OWN_LEASE,
  })
  async release(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { token }: LeaseToken,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.leases.release(actor, id, token));
  }

  @Post(':id/decline')
  @May('review.take')
  @Operation({
    summary: 'Decline a claim',
    description: 'It is not given to you again, and it does not count as a review. Also declines an offer.',
    answer: WorkDto,
    finds: true,
    errors: OWN_LEASE,
  })
  async decline(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: Decline,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.leases.decline(actor, id, given));
  }

  @Post(':id/hand-over')
  @May('review.take')
  @Operation({
    summary: 'Hand a claim over to another member',
    description:
      'It is not yours any more, and offered to them: they accept it in the time their queue gives to offers, or it waits for anybody again.',
    answer: WorkDto,
    finds: true,
    errors: OWN_LEASE,
  })
  async handOver(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: HandOver,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.handingOver.handOver(actor, id, given));
  }

  @Post(':id/break')
  @May('review.break')
  @Operation({
    summary: 'Take a claim back from whoever has it',
    description:
      'Ends their lease, hold or offer; the claim waits for anybody again. The event tells them why, and so does the refusal of their next write.',
    answer: WorkDto,
    finds: true,
    errors: [ASSIGNMENT_CLOSED],
  })
  async break(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() { reason }: Break,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.breaking.break(actor, id, reason));
  }
}
