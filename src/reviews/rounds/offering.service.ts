import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import { meetsNeeds } from '../queues/queues.service.js';
import { OFFERED_AT_ONCE, OfferingRepository, type WaitingQueue } from './offering.repository.js';
import { type Reviewer, ReviewersRepository } from './reviewers.repository.js';
import { aboutAssignment, ASSIGNMENT_OFFERED } from './round.events.js';

/** Offers the waiting slots of push queues to the members who may review them. */
@Injectable()
export class Offering {
  private readonly logger = new Logger(Offering.name);

  constructor(
    private readonly database: Database,
    private readonly repository: OfferingRepository,
    private readonly reviewers: ReviewersRepository,
    private readonly claims: Claims,
    private readonly policies: Policies,
    private readonly events: Events,
  ) {}

  async offerWaiting(): Promise<void> {
    const known = new Map<string, Promise<Reviewer[]>>();
    for (const queue of await this.repository.queues(this.database)) {
      const { workspaceId } = queue;
      const reviewers = known.get(workspaceId) ?? this.reviewers.all(this.database, workspaceId);
      known.set(workspaceId, reviewers);
      const members = (await reviewers).filter((reviewer) => meetsNeeds(queue, reviewer));
      await this.offerIn(
        queue,
        members.map(({ id }) => id),
      );
    }
  }

  private async offerIn(queue: WaitingQueue, members: string[]): Promise<void> {
    for (let more = true; more;) {
      const { free, atOnce } = await this.freeHands(queue, members);
      if (free.length === 0) return;
      const slots = await this.repository.waiting(this.database, queue, free, atOnce);
      let offered = 0;
      for (const slot of slots) if (await this.offer(queue, slot, free)) offered += 1;
      more = slots.length === atOnce && offered > 0;
    }
  }

  /** Who may be given more, and how many slots to look for: no more than they have hands for. */
  private async freeHands(
    queue: WaitingQueue,
    members: string[],
  ): Promise<{ free: string[]; atOnce: number }> {
    if (queue.maxLeases === null || members.length === 0) return { free: members, atOnce: OFFERED_AT_ONCE };
    const hands = await this.repository.freeHands(this.database, queue, members);
    const together = hands.reduce((sum, { free }) => sum + free, 0);
    return { free: hands.map(({ id }) => id), atOnce: Math.min(together, OFFERED_AT_ONCE) };
  }

  /** Answers whether somebody was asked. One slot that fails keeps no other one waiting: the sweep tries it again. */
  private async offer(
    { workspaceId }: WaitingQueue,
    slot: { id: string; claimId: string },
    members: string[],
  ): Promise<boolean> {
    try {
      return await this.database.transaction(async (tx) => {
        await this.claims.lock(tx, workspaceId, slot.claimId);
        await this.repository.lockOffers(tx, workspaceId);
        const { allowSelfReview } = await this.policies.inForce(tx, workspaceId);
        const offer = await this.repository.offer(tx, slot.id, members, uuid(), allowSelfReview);
        if (offer === null) return false;
        const { expiresAt } = offer;
        await this.events.append(tx, system(workspaceId), [
          aboutAssignment(offer, ASSIGNMENT_OFFERED, { expiresAt }),
        ]);
        return true;
      });
    } catch (error) {
      this.logger.warn(`the slot ${slot.id} was not offered: ${(error as Error).message}`);
      return false;
    }
  }
}
