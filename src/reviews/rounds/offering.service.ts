import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { meetsNeeds } from '../queues/queues.service.js';
import { OfferingRepository, type WaitingQueue } from './offering.repository.js';
import { ReviewersRepository } from './reviewers.repository.js';
import { aboutAssignment, ASSIGNMENT_OFFERED } from './round.events.js';

const AT_ONCE = 500;

/** Offers the waiting slots of push queues to the members who may review them. */
@Injectable()
export class Offering {
  private readonly logger = new Logger(Offering.name);

  constructor(
    private readonly database: Database,
    private readonly repository: OfferingRepository,
    private readonly reviewers: ReviewersRepository,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  async offerWaiting(): Promise<void> {
    for (const queue of await this.repository.queues(this.database)) await this.offerIn(queue);
  }

  private async offerIn(queue: WaitingQueue): Promise<void> {
    const reviewers = await this.reviewers.all(this.database, queue.workspaceId);
    const members = reviewers.filter((reviewer) => meetsNeeds(queue, reviewer)).map(({ id }) => id);
    if (members.length === 0) return;
    for (let more = true; more;) {
      const slots = await this.repository.waiting(this.database, queue.id, members, AT_ONCE);
      let offered = 0;
      for (const slot of slots) if (await this.offer(queue, slot, members)) offered += 1;
      more = slots.length === AT_ONCE && offered > 0;
    }
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
        const offer = await this.repository.offer(tx, slot.id, members, uuid());
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
