import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { NOT_FOUND } from '../../base/errors/problem.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';
import { TRANSITION_NOT_ALLOWED } from '../../facts/claims/claim.errors.js';
import {
  Acceptance,
  AssignmentDto,
  AssignmentPage,
  AssignmentsQuery,
  Decline,
  LeaseToken,
  NextWanted,
  WorkDto,
} from './assignment.dto.js';
import {
  ASSIGNMENT_CLOSED,
  ASSIGNMENT_NOT_OFFERED,
  ASSIGNMENT_NOT_YOURS,
  LEASE_LOST,
} from './assignment.errors.js';
import { Leases } from './leases.service.js';
import { Moving } from './moving.service.js';
import { Taking } from './taking.service.js';
import { TransitionWanted } from './transition.dto.js';
import { WorkPresenter } from './work.presenter.js';

const OWN_LEASE = [ASSIGNMENT_NOT_YOURS, LEASE_LOST, ASSIGNMENT_CLOSED, ASSIGNMENT_NOT_OFFERED];

@Controller()
export class RoundsController {
  constructor(
    private readonly moving: Moving,
    private readonly taking: Taking,
    private readonly leases: Leases,
    private readonly presenter: WorkPresenter,
  ) {}

  @Post('claims/:id/transitions')
  @May('claim.move')
  @Operation({
    summary: 'Move a claim along its life',
    description:
      'GET /workflow has the table, and every claim says in allowedTransitions where you may move it now. Queueing a claim opens its round in the same transaction.',
    answer: ClaimDto,
    finds: true,
    ifMatch: true,
    errors: [TRANSITION_NOT_ALLOWED],
  })
  async move(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() wanted: TransitionWanted,
  ): Promise<ClaimDto> {
    return this.presenter.claim(actor, await this.moving.move(actor, id, expected, wanted));
  }

  @Post('reviews/next')
  @May('review.take')
  @Operation({
    summary: 'Take the next claim to review',
    description:
      'A new lease on the first waiting claim that is for you, also when you hold others. A claim you entered, declined or have in this round is not; one you gave back comes again when nothing else waits, after 5 minutes.',
    answer: WorkDto,
    orNothing: 'Nothing is for you now.',
    errors: [NOT_FOUND],
  })
  async next(
    @Caller() actor: Actor,
    @Body() { queueId }: NextWanted,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkDto | undefined> {
    const taken = await this.taking.next(actor, queueId ?? null);
    if (taken !== null) return this.presenter.work(actor, taken);
    void reply.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  @Get('assignments')
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

  @Get('assignments/:id')
  @May('review.read')
  @Operation({ summary: 'Read an assignment', answer: AssignmentDto, finds: true })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<AssignmentDto> {
    return this.presenter.assignment(actor, id);
  }

  @Post('assignments/:id/accept')
  @May('review.take')
  @Operation({ summary: 'Accept an offer', answer: WorkDto, finds: true, errors: OWN_LEASE })
  async accept(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() _given: Acceptance,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.leases.accept(actor, id));
  }

  @Post('assignments/:id/renew')
  @May('review.take')
  @Operation({
    summary: 'Renew a lease',
    description: 'It runs for a full lease of its queue again from now on.',
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

  @Post('assignments/:id/release')
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

  @Post('assignments/:id/decline')
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
}
