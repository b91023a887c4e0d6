import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../base/actor/actor.js';
import { NOT_FOUND } from '../../base/errors/problem.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PathId } from '../../base/http/path-id.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';
import { SURVIVOR_IS_DUPLICATE, TRANSITION_NOT_ALLOWED } from '../../facts/claims/claim.errors.js';
import { NextWanted, WorkDto } from './assignment.dto.js';
import { Moving } from './moving.service.js';
import { Taking } from './taking.service.js';
import { TransitionWanted } from './transition.dto.js';
import { WorkPresenter } from './work.presenter.js';

@Controller()
export class RoundsController {
  constructor(
    private readonly moving: Moving,
    private readonly taking: Taking,
    private readonly presenter: WorkPresenter,
  ) {}

  @Post('claims/:id/transitions')
  @May('claim.move')
  @Operation({
    summary: 'Move a claim along its life',
    description:
      'GET /workflow has the table, and every claim says in allowedTransitions where you may move it now. Queueing a claim opens its round in the same transaction. Closing it as a duplicate records its standing statements and its evidence anew on the claim that stays; reopening it strikes them there again.',
    answer: ClaimDto,
    finds: true,
    ifMatch: true,
    errors: [TRANSITION_NOT_ALLOWED, SURVIVOR_IS_DUPLICATE],
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
    if (taken !== null) return this.presenter.taken(actor, taken);
    void reply.status(HttpStatus.NO_CONTENT);
    return undefined;
  }
}
