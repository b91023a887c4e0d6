import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PathId } from '../../base/http/path-id.js';
import { WorkDto } from '../rounds/assignment.dto.js';
import {
  ASSIGNMENT_CLOSED,
  ASSIGNMENT_NOT_OFFERED,
  ASSIGNMENT_NOT_YOURS,
  LEASE_LOST,
} from '../rounds/assignment.errors.js';
import { WorkPresenter } from '../rounds/work.presenter.js';
import { DecisionGiven } from './decision.dto.js';
import { GROUND_CHANGED } from './decision.errors.js';
import { Decisions } from './decisions.service.js';

@Controller('assignments/:id/decision')
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly presenter: WorkPresenter,
  ) {}

  @Post()
  @May('review.decide')
  @Operation({
    summary: 'Give your decision',
    description: 'Ends the assignment. The last decision a round needs settles it in the same transaction.',
    answer: WorkDto,
    finds: true,
    errors: [ASSIGNMENT_NOT_YOURS, LEASE_LOST, ASSIGNMENT_CLOSED, ASSIGNMENT_NOT_OFFERED, GROUND_CHANGED],
  })
  async decide(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: DecisionGiven,
  ): Promise<WorkDto> {
    return this.presenter.work(actor, await this.decisions.decide(actor, id, given));
  }
}
