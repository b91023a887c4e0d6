import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import type { ReviewQueue } from '../queues/queue.entity.js';
import { meetsNeeds, Queues } from '../queues/queues.service.js';
import { type AfterLease, Leases } from './leases.service.js';
import { aboutAssignment, ASSIGNMENT_LEASED } from './round.events.js';
import { type Taken, type Taker, TakingRepository } from './taking.repository.js';

// Each try either takes, or has waited for a claim that somebody else then took: with so many in a row lost, the
// caller may as well ask again.
const TRIES = 50;

/** Hands each waiting slot to one reviewer. */
@Injectable()
export class Taking {
  constructor(
    private readonly database: Database,
    private readonly repository: TakingRepository,
    private readonly leases: Leases,
    private readonly queues: Queues,
    private readonly claims: Claims,
    private readonly policies: Policies,
    private readonly events: Events,
  ) {}

  /** The next claim for this member, under a new lease; null when nothing is for them. */
  async next(actor: Actor, queueId: string | null): Promise<AfterLease | null> {
    const queues = await this.queuesFor(actor, queueId);
    if (queues.length === 0) return null;
    const { allowSelfReview } = await this.policies.inForce(this.database, actor.workspaceId);
    const take = () => this.takeFrom(actor, queues, allowSelfReview);
    const taken = await take();
    if (taken !== null) return taken;
    // What has run out is free for readers; when nothing else waits it is tidied at once, not at the next sweep.
    // Then it is asked again in any case: somebody else may have tidied it between the two.
    await this.leases.sweep(actor.workspaceId);
    return take();
  }

  private async queuesFor(actor: Actor, queueId: string | null): Promise<ReviewQueue[]> {
    const all = await this.queues.all(this.database, actor.workspaceId);
    if (queueId !== null && !all.some(({ id }) => id === queueId)) throw notFound('queue');
    return all.filter((queue) => (queueId === null || queue.id === queueId) && meetsNeeds(queue, actor));
  }

  private async takeFrom(
    actor: Actor,
    queues: ReviewQueue[],
    allowSelfReview: boolean,
  ): Promise<AfterLease | null> {
    for (const returned of [false, true]) {
      const takers = queues.map((queue) => ({
        workspaceId: actor.workspaceId,
        memberId: actor.memberId,
        queueId: queue.id,
        allowSelfReview,
        returned,
      }));
      for (const taker of await this.inOrder(takers)) {
        const queue = queues.find(({ id }) => id === taker.queueId)!;
        const taken = await this.takeOne(actor, taker, queue);
        if (taken !== null) return taken;
      }
    }
    return null;
  }

  /** With several queues, the one whose head ranks first is asked first. */
  private async inOrder(takers: Taker[]): Promise<Taker[]> {
    if (takers.length === 1) return takers;
    const heads = await Promise.all(
      takers.map(async (taker) => ({ taker, head: await this.repository.head(this.database, taker) })),
    );
    return heads
      .filter(({ head }) => head !== null)
      .sort((a, b) => a.head!.rank.getTime() - b.head!.rank.getTime())
      .map(({ taker }) => taker);
  }

  private async takeOne(actor: Actor, taker: Taker, queue: ReviewQueue): Promise<AfterLease | null> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const taken = await this.database.transaction((tx) => this.takeFree(tx, actor, taker, queue));
      if (taken !== 'busy') return taken;
    }
    return null;
  }

  private async takeFree(
    tx: Tx,
    actor: Actor,
    taker: Taker,
    { maxLeases }: ReviewQueue,
  ): Promise<AfterLease | 'busy' | null> {
    if (maxLeases !== null) {
      await this.repository.lockTaker(tx, taker.memberId, taker.queueId);
      const live = await this.repository.liveLeases(tx, taker.workspaceId, taker.memberId, taker.queueId);
      if (live >= maxLeases) return null;
    }
    const free = await this.repository.take(tx, taker, uuid(), null);
    if (free !== null) return this.leased(tx, actor, free);
    // Every eligible slot is being written to just now, or there is none. The first one's claim is waited for, so
    // that work which waits is never answered with "nothing".
    const head = await this.repository.head(tx, taker);
    if (head === null) return null;
    await this.claims.lock(tx, taker.workspaceId, head.claimId);
    const waited = await this.repository.take(tx, taker, uuid(), head.roundId);
    return waited === null ? 'busy' : this.leased(tx, actor, waited);
  }

  private async leased(tx: Tx, actor: Actor, taken: Taken): Promise<AfterLease> {
    const claim = await this.claims.lock(tx, actor.workspaceId, taken.claimId);
    const assignment = { ...taken, id: taken.assignmentId, memberId: actor.memberId };
    const { token, expiresAt } = taken;
    await this.events.append(tx, actor, [
      aboutAssignment(assignment, ASSIGNMENT_LEASED, { token, expiresAt }),
    ]);
    const moved =
      claim.status === 'queued' ? await this.claims.move(tx, actor, claim, 'in_review', {}) : claim;
    return { assignmentId: taken.assignmentId, claim: moved };
  }
}
