import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Doer, system } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import { unknownReference } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import type { ReviewQueue } from '../queues/queue.entity.js';
import { Queues } from '../queues/queues.service.js';
import { Ratings } from '../ratings/ratings.service.js';
import { Routing } from '../routing/routing.service.js';
import { type AssignmentRow, AssignmentsRepository } from './assignments.repository.js';
import { rankOf } from './rank.rules.js';
import type { Round } from './round.entity.js';
import { aboutAssignment, aboutRound, roundOpened } from './round.events.js';
import { RoundsRepository } from './rounds.repository.js';
import { Stalling } from './stalling.service.js';

/** Opens and closes rounds. Every caller has locked the claim: claim, then round, then slots is the order of locks. */
@Injectable()
export class Rounds {
  constructor(
    private readonly repository: RoundsRepository,
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
    const round = await this.newRound(tx, claim, queue);
    await this.repository.open(tx, round, claim.createdBy);
    const moved = await this.claims.move(
      tx,
      doer,
      claim,
      'queued',
      { queueId: queue.id, rank: round.rank },
      reason,
    );
    await this.events.append(tx, doer, [roundOpened(round, routed)]);
    await this.stalling.tell(tx, queue, round);
    return moved;
  }

  /** Ends the live round of a claim, if there is one; live leases are broken. Decisions are kept. */
  async cancel(tx: Tx, doer: Doer, claim: Claim, reason: string | null): Promise<void> {
    const round = await this.repository.live(tx, claim.id);
    if (round === null) return;
    const open = await this.assignments.openOf(tx, round.id);
    for (const assignment of open.filter(({ state }) => state === 'expired'))
      await this.expire(tx, assignment);
    const broken = open.filter(({ state }) => state !== 'expired');
    for (const assignment of broken) {
      await this.assignments.end(tx, assignment.id, 'broken');
      await this.assignments.note(tx, assignment, 'broken', { byMember: doer.memberId, note: reason });
    }
    await this.repository.cancelSlots(tx, round.id);
    await this.repository.close(tx, round.id, 'cancelled');
    await this.events.append(tx, doer, [
      ...broken.map((assignment) => ({ ...aboutAssignment(assignment, 'assignment.broken'), reason })),
      { ...aboutRound(round, 'round.cancelled', {}), reason },
    ]);
  }

  /** Ends a turn whose time has run out, as of when that was. */
  async expire(tx: Tx, assignment: AssignmentRow): Promise<void> {
    await this.assignments.end(tx, assignment.id, 'expired');
    await this.assignments.note(tx, assignment, 'expired', { byMember: null, at: assignment.expiresAt });
    await this.events.append(tx, system(assignment.workspaceId), [
      aboutAssignment(assignment, 'assignment.expired'),
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
    const round = await this.repository.find(tx, slot.roundId);
    const queue = (await this.queues.find(tx, round.workspaceId, round.queueId))!;
    await this.stalling.tell(tx, queue, round);
    return returned;
  }

  /** Gives a slot back to its queue with its old rank; the claim follows when every slot of the round waits again. */
  async returnSlot(tx: Tx, doer: Doer, claim: Claim, slot: { id: string; roundId: string }): Promise<Claim> {
    await this.repository.setSlot(tx, slot.id, { state: 'waiting' });
    const { touched } = await this.repository.progress(tx, slot.roundId);
    if (touched > 0 || claim.status !== 'in_review') return claim;
    return this.claims.move(tx, doer, claim, 'queued', {});
  }

  private async newRound(tx: Tx, claim: Claim, queue: ReviewQueue): Promise<Round> {
    const [clock] = await tx.query<{ at: Date }>(
      `select date_trunc('milliseconds', clock_timestamp()) as at`,
    );
    const queuedAt = clock!.at;
    const dueAt =
      claim.dueAt ??
      (queue.dueHours === null ? null : new Date(queuedAt.getTime() + queue.dueHours * 3_600_000));
    return {
      id: uuid(),
      workspaceId: claim.workspaceId,
      claimId: claim.id,
      queueId: queue.id,
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
      openedAt: queuedAt,
      closedAt: null,
      stalledAt: null,
    };
  }
}
