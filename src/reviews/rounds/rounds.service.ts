import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Doer, system } from '../../base/actor/actor.js';
import { databaseNow } from '../../base/database/clock.js';
import type { Tx } from '../../base/database/tx.js';
import { unknownReference } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import type { QueueNeeds, ReviewQueue } from '../queues/queue.entity.js';
import { Queues } from '../queues/queues.service.js';
import { Ratings } from '../ratings/ratings.service.js';
import { Routing } from '../routing/routing.service.js';
import { type AssignmentRow, AssignmentsRepository } from './assignments.repository.js';
import { dueTimesOf } from './due.rules.js';
import { rankOf } from './rank.rules.js';
import type { Round } from './round.entity.js';
import {
  aboutAssignment,
  aboutRound,
  ASSIGNMENT_BROKEN,
  ASSIGNMENT_EXPIRED,
  ROUND_CANCELLED,
  roundOpened,
} from './round.events.js';
import { tellDecision } from './given-decision.js';
import { GivenDecisionsRepository } from './given-decisions.repository.js';
import { RoundsRepository } from './rounds.repository.js';
import { Stalling } from './stalling.service.js';

/** Why a turn ends whose member was removed or given a role that may not review. */
export const NO_REVIEWER = 'The member may not review any more.';

/** Opens and closes rounds. Every caller has locked the claim: claim, then round, then slots is the order of locks. */
@Injectable()
export class Rounds {
  constructor(
    private readonly repository: RoundsRepository,
    private readonly given: GivenDecisionsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly queues: Queues,
    private readonly routing: Routing,
    private readonly ratings: Ratings,
    private readonly stalling: Stalling,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** Puts a claim in a queue, the named one or where the rules send it, and opens its next round: it can be taken at once. */
  async open(
    tx: Tx,
    doer: Doer,
    claim: Claim,
    queueId: string | null,
    reason: string | null,
  ): Promise<Claim> {
    const routed = queueId === null ? await this.routing.route(tx, claim) : null;
    const queue = await this.queues.find(tx, doer.workspaceId, queueId ?? routed!.queueId);
    if (queue === null) throw unknownReference('queueId', 'queue');
    const needs = await this.queues.needsNow(tx, queue);
    const round = await this.newRound(tx, claim, queue, needs);
    await this.repository.open(tx, round, claim.createdBy);
    const moved = await this.claims.move(
      tx,
      doer,
      claim,
      'queued',
      { queueId: queue.id, rank: round.rank, reviewDueAt: round.dueAt },
      reason,
    );
    await this.events.append(tx, doer, [roundOpened(round, needs, routed)]);
    await this.stalling.tell(tx, needs, round);
    return moved;
  }

  /** Ends the live round of a claim, if there is one; live leases are broken. Decisions are kept, and told. */
  async cancel(tx: Tx, doer: Doer, claim: Claim, reason: string | null): Promise<void> {
    const round = await this.repository.live(tx, claim.id);
    if (round === null) return;
    const open = await this.assignments.openOf(tx, round.id);
    for (const assignment of open.filter(isOver)) await this.tidy(tx, assignment);
    const broken = open.filter((assignment) => !isOver(assignment));
    for (const assignment of broken) {
      await this.assignments.end(tx, assignment.id, 'broken');
      await this.assignments.note(tx, assignment, 'broken', { byMember: doer.memberId, note: reason });
    }
    const decisions = await this.given.ofRound(tx, round.id);
    await this.repository.cancelSlots(tx, round.id);
    await this.repository.cancel(tx, round.id);
    await this.events.append(tx, doer, [
      ...broken.map((assignment) => aboutAssignment(assignment, ASSIGNMENT_BROKEN, {}, { reason })),
      aboutRound(round, ROUND_CANCELLED, { decisions: decisions.map(tellDecision) }, { reason }),
    ]);
  }

  /** Ends a turn that is over, as of when its time ran out or its member ceased to be a reviewer. */
  async tidy(tx: Tx, assignment: AssignmentRow): Promise<void> {
    const { id, workspaceId, state, endedAt } = assignment;
    const lost = state === 'broken';
    await this.assignments.end(tx, id, lost ? 'broken' : 'expired', { endedAt });
    await this.assignments.note(tx, assignment, lost ? 'broken' : 'expired', {
      byMember: null,
      at: endedAt!,
      note: lost ? NO_REVIEWER : null,
    });
    await this.events.append(tx, system(workspaceId), [
      lost
        ? aboutAssignment(assignment, ASSIGNMENT_BROKEN, {}, { reason: NO_REVIEWER })
        : aboutAssignment(assignment, ASSIGNMENT_EXPIRED, {}),
    ]);
  }

  /** Gives a slot back that its member will not be given again: then perhaps nobody is left. */
  async returnForGood(
    tx: Tx,
    doer: Doer,
    claim: Claim,
    slot: { id: string; roundId: string },
  ): Promise<Claim> {
    const returned = await this.returnSlot(tx, doer, claim, slot);
    await this.stalling.tellAnew(tx, await this.repository.find(tx, slot.roundId));
    return returned;
  }

  /** Gives a slot back to its queue with its old rank; the claim follows when every slot of the round waits again. */
  async returnSlot(tx: Tx, doer: Doer, claim: Claim, slot: { id: string; roundId: string }): Promise<Claim> {
    await this.repository.setSlot(tx, slot.id, { state: 'waiting' });
    const { touched } = await this.repository.progress(tx, slot.roundId);
    if (touched > 0 || claim.status !== 'in_review') return claim;
    return this.claims.move(tx, doer, claim, 'queued', {});
  }

  private async newRound(tx: Tx, claim: Claim, queue: ReviewQueue, needs: QueueNeeds): Promise<Round> {
    const queuedAt = await databaseNow(tx);
    const { dueAt, noticeAt } = dueTimesOf({ ...queue, queuedAt, dueAt: claim.dueAt });
    return {
      id: uuid(),
      workspaceId: claim.workspaceId,
      claimId: claim.id,
      queueId: queue.id,
      needsId: needs.id,
      number: await this.repository.nextNumber(tx, claim.id),
      state: 'open',
      reviews: queue.reviews,
      blind: queue.blind,
      agreement: queue.agreement,
      leaseSeconds: queue.leaseSeconds,
      mode: queue.mode,
      scaleId: (await this.ratings.inForce(tx, claim.workspaceId)).id,
      rank: rankOf({ ...queue, queuedAt, priority: claim.priority, dueAt }),
      dueAt,
      noticeAt,
      dueHours: queue.dueHours,
      dueNoticeHours: queue.dueNoticeHours,
      dueSoonTold: null,
      overdueTold: null,
      escalateTo: queue.escalateTo,
      escalatedFrom: null,
      escalatedAt: null,
      openedAt: queuedAt,
      closedAt: null,
      verdict: null,
      stalledAt: null,
      lookAgain: false,
    };
  }
}

/** Whether an open turn has come to its end without anybody ending it. */
export function isOver({ state }: Pick<AssignmentRow, 'state'>): boolean {
  return state === 'expired' || state === 'broken';
}
