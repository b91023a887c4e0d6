import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PathId } from '../../base/http/path-id.js';
import { ClaimDto } from '../../facts/claims/claim.dto.js';
import { WorkDto } from '../rounds/assignment.dto.js';
import {
  ASSIGNMENT_CLOSED,
  ASSIGNMENT_NOT_OFFERED,
  ASSIGNMENT_NOT_YOURS,
  LEASE_LOST,
} from '../rounds/assignment.errors.js';
import { WorkPresenter } from '../rounds/work.presenter.js';
import { AdjudicationGiven, DecisionGiven } from './decision.dto.js';
import { ADJUDICATION_NOT_OPEN, ADJUDICATOR_TOOK_PART, GROUND_CHANGED } from './decision.errors.js';
import { Decisions } from './decisions.service.js';
import { Settling } from './settling.service.js';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly settling: Settling,
    private readonly presenter: WorkPresenter,
  ) {}

  @Post('assignments/:id/decision')
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

  @Post('claims/:id/adjudication')
  @May('review.adjudicate')
  @Operation({
    summary: 'Settle a disagreement',
    description:
      'The word of an editor who took no part on a claim whose reviewers disagreed. Becomes the verdict; the decisions stay on the record.',
    answer: ClaimDto,
    finds: true,
    errors: [ADJUDICATION_NOT_OPEN, ADJUDICATOR_TOOK_PART],
  })
  async adjudicate(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() given: AdjudicationGiven,
  ): Promise<ClaimDto> {
    return this.presenter.claim(actor, await this.settling.adjudicate(actor, id, given));
  }
}
