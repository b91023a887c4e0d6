import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { MemberRow } from '../../access/members/members.repository.js';
import { Members } from '../../access/members/members.service.js';
import { type Actor, hasRole } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, notFound, unknownReference } from '../../base/errors/problem.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import type { QueueNeeds, ReviewQueue } from '../queues/queue.entity.js';
import { meetsNeeds, Queues } from '../queues/queues.service.js';
import { type AssignmentRow, AssignmentsRepository } from './assignments.repository.js';
import { type AfterLease, type HeldLease, Leases } from './leases.service.js';
import { OfferingRepository } from './offering.repository.js';
import { ReceiversRepository } from './receivers.repository.js';
import { aboutAssignment, ASSIGNMENT_HANDED_OVER, ASSIGNMENT_OFFERED } from './round.events.js';
import { RoundsRepository } from './rounds.repository.js';
import { isOver } from './rounds.service.js';
import { TakingRepository } from './taking.repository.js';

interface HandOver {
  token: number;
  to: string;
  note?: string | null;
}

/** The queue that the round is in, and the needs that it came there with. */
interface Asked {
  queue: ReviewQueue;
  needs: QueueNeeds;
}

/** Passes a slot on from its holder to a member they name, who has to accept it. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly database: Database,
    private readonly leases: Leases,
    private readonly assignments: AssignmentsRepository,
    private readonly receivers: ReceiversRepository,
    private readonly rounds: RoundsRepository,
    private readonly taking: TakingRepository,
    private readonly offering: OfferingRepository,
    private readonly queues: Queues,
    private readonly members: Members,
    private readonly policies: Policies,
    private readonly events: Events,
  ) {}

  /** The giver's turn ends at once; if the offer is not taken up, the slot waits again. */
  async handOver(actor: Actor, id: string, given: HandOver): Promise<AfterLease> {
    for (;;) {
      const passed = await this.database.transaction((tx) => this.tryToPass(tx, actor, id, given));
      if (passed !== null) return passed;
    }
  }

  /** Null when the round went to another queue before its claim was locked. */
  private async tryToPass(tx: Tx, actor: Actor, id: string, given: HandOver): Promise<AfterLease | null> {
    const queue = await this.lockReceiver(tx, actor.workspaceId, id, given.to);
    const lease = await this.leases.prove(tx, actor, id, given.token);
    const { queueId, needsId } = await this.rounds.find(tx, lease.assignment.roundId);
    if (queueId !== queue.id) return null;
    const needs = await this.queues.needs(tx, needsId);
    await this.expectReceiver(tx, actor, lease, { queue, needs }, given.to);
    await this.pass(tx, actor, lease.assignment, queueId, given);
    return { assignmentId: id, claim: lease.claim };
  }

  /**
   * What a member has in hand in a queue is locked before any claim, as where they take. It is the queue that the round
   * is in now, wherever the turn was given.
   */
  private async lockReceiver(tx: Tx, workspaceId: string, id: string, to: string): Promise<ReviewQueue> {
    const assignment = await this.assignments.find(tx, workspaceId, id);
    if (assignment === null) throw notFound('assignment');
    const { queueId } = await this.rounds.find(tx, assignment.roundId);
    await this.taking.lockTaker(tx, to, queueId);
    return (await this.queues.find(tx, workspaceId, queueId))!;
  }

  private async pass(
    tx: Tx,
    actor: Actor,
    from: AssignmentRow,
    queueId: string,
    { to, note = null }: HandOver,
  ): Promise<void> {
    const byMember = actor.memberId;
    await this.assignments.end(tx, from.id, 'handed_over');
    await this.assignments.note(tx, from, 'handed_over', { byMember, note });
    await this.rounds.setSlot(tx, from.slotId, { state: 'offered' });
    const offer = await this.receivers.offer(tx, from, { id: uuid(), queueId, memberId: to, byMember });
    await this.events.append(tx, actor, [
      aboutAssignment(from, ASSIGNMENT_HANDED_OVER, { to, offerId: offer.id }, { reason: note }),
      aboutAssignment({ ...from, ...offer, queueId }, ASSIGNMENT_OFFERED, { expiresAt: offer.expiresAt }),
    ]);
  }

  private async expectReceiver(
    tx: Tx,
    actor: Actor,
    { assignment, claim }: HeldLease,
    asked: Asked,
    to: string,
  ): Promise<void> {
    if (to === actor.memberId) throw invalidField('to', 'is you; name another member');
    const member = await this.members.exists(tx, actor.workspaceId, to);
    if (member === null) throw unknownReference('to', 'member');
    const open = await this.assignments.openOf(tx, assignment.roundId);
    for (const over of open.filter((turn) => turn.memberId === to && isOver(turn)))
      await this.leases.tidyLocked(tx, { assignment: over, claim });
    const obstacle = await this.obstacle(tx, assignment.slotId, asked, member);
    if (obstacle !== null) throw invalidField('to', `cannot be given this claim: ${member.name} ${obstacle}`);
  }

  /** Why a member may not be given the slot, in words that go on after their name. */
  private async obstacle(
    tx: Tx,
    slotId: string,
    { queue, needs }: Asked,
    member: MemberRow,
  ): Promise<string | null> {
    if (!hasRole(member, 'reviewer')) return `may not review as ${member.role}`;
    if (!meetsNeeds(needs, member)) return 'does not have the languages and skills that this review asks for';
    const stands = await this.receivers.obstacles(tx, slotId, member.id);
    const { allowSelfReview } = await this.policies.inForce(tx, queue.workspaceId);
    if (stands.enteredClaim && !allowSelfReview) return 'entered it';
    if (stands.hasStated && !allowSelfReview) return 'has recorded a statement of it';
    if (stands.declinedClaim) return 'has declined it';
    if (stands.inRound) return 'has another part in this round';
    return (await this.isFull(tx, queue, member.id)) ? 'has as many in hand as its queue allows' : null;
  }

  private async isFull(
    tx: Tx,
    { id, workspaceId, maxLeases }: ReviewQueue,
    member: string,
  ): Promise<boolean> {
    if (maxLeases === null) return false;
    await this.offering.lockOffers(tx, workspaceId);
    return (await this.taking.liveLeases(tx, workspaceId, member, id)) >= maxLeases;
  }
}
