import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { meetsNeeds } from '../queues/queues.service.js';
import type { AssignmentRow } from './assignments.repository.js';
import { Leases } from './leases.service.js';
import { aboutAssignment, ASSIGNMENT_LEASED } from './round.events.js';
import { type Rules, TakingRules } from './taking-rules.service.js';
import { type Head, type Taken, type Taker, TakingRepository } from './taking.repository.js';

// Each try either takes, or has waited for a claim that somebody else then took: with so many in a row lost, the
// caller may as well ask again.
const TRIES = 50;

/**
 * Thrown, so that the transaction of the look is undone: what it passed over may have stayed locked, and whoever waits
 * for that may be the one who is waited for next.
 */
class AllBusy extends Error {
  constructor(readonly head: Head) {
    super('every eligible slot is being written to');
  }
}

export interface AfterTake {
  assignment: AssignmentRow;
  claim: Claim;
}

/** Hands each waiting slot to one reviewer. */
@Injectable()
export class Taking {
  constructor(
    private readonly database: Database,
    private readonly repository: TakingRepository,
    private readonly rules: TakingRules,
    private readonly leases: Leases,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** The next claim for this member, under a new lease; null when nothing is for them. */
  async next(actor: Actor, queueId: string | null): Promise<AfterTake | null> {
    const recent = takersUnder(await this.rules.recent(actor.workspaceId), actor, queueId);
    const taken = await this.takeFrom(actor, recent);
    if (taken !== null) return taken;
    const rules = await this.rules.now(actor.workspaceId);
    if (queueId !== null && !rules.needs.some((needs) => needs.queueId === queueId)) throw notFound('queue');
    const takers = takersUnder(rules, actor, queueId);
    if (takers.length === 0) return null;
    // What has run out is free for readers; when nothing else waits it is tidied at once, not at the next sweep.
    // Then it is asked again in any case: somebody else may have tidied it between the two.
    await this.leases.sweep(actor.workspaceId);
    return this.takeFrom(actor, takers);
  }

  private async takeFrom(actor: Actor, takers: Taker[]): Promise<AfterTake | null> {
    for (const returned of [false, true]) {
      for (const taker of await this.inOrder(takers, returned)) {
        const taken = await this.takeOne(actor, { ...taker, returned });
        if (taken !== null) return taken;
      }
    }
    return null;
  }

  /** Of several queues and needs, the one whose head ranks first is asked first; and nobody is asked for what they returned without a look. */
  private async inOrder(takers: Taker[], returned: boolean): Promise<Taker[]> {
    if (takers.length === 0 || (takers.length === 1 && !returned)) return takers;
    const ids = takers.map(({ needs }) => needs.id);
    const heads = await this.repository.heads(this.database, { ...takers[0]!, returned }, ids);
    return heads.map(({ needsId }) => takers.find(({ needs }) => needs.id === needsId)!);
  }

  private async takeOne(actor: Actor, taker: Taker): Promise<AfterTake | null> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      try {
        const free = await this.database.transaction((tx) => this.takeFree(tx, actor, taker)).catch(allBusy);
        if (!(free instanceof AllBusy)) return free;
        const waited = await this.database.transaction((tx) => this.takeBehind(tx, actor, taker, free.head));
        if (waited !== null) return waited;
      } catch (error) {
        if (!isInRound(error)) throw error;
      }
    }
    return null;
  }

  /** Null when nothing is for them; throws AllBusy when every eligible slot that was looked at is being written to. */
  private async takeFree(tx: Tx, actor: Actor, taker: Taker): Promise<AfterTake | null> {
    const { memberId, needs } = taker;
    if (needs.maxLeases !== null) await this.repository.lockTaker(tx, memberId, needs.queueId);
    for (const where of ['first', 'wide'] as const) {
      const free = await this.repository.take(tx, taker, uuid(), where);
      if (free !== null) return this.leased(tx, actor, free);
    }
    const [head] = await this.repository.heads(tx, taker, [needs.id]);
    if (head === undefined || !(await this.repository.mayTake(tx, taker))) return null;
    const further = await this.repository.take(tx, taker, uuid(), 'wider');
    if (further !== null) return this.leased(tx, actor, further);
    throw new AllBusy(head);
  }

  /** The first claim is waited for, so that work which waits is never answered with "nothing". */
  private async takeBehind(tx: Tx, actor: Actor, taker: Taker, head: Head): Promise<AfterTake | null> {
    const { workspaceId, memberId, needs } = taker;
    if (needs.maxLeases !== null) await this.repository.lockTaker(tx, memberId, needs.queueId);
    await this.claims.lock(tx, workspaceId, head.claimId);
    const waited = await this.repository.take(tx, taker, uuid(), { roundId: head.roundId });
    return waited === null ? null : this.leased(tx, actor, waited);
  }

  private async leased(tx: Tx, actor: Actor, taken: Taken): Promise<AfterTake> {
    const claim = await this.claims.lock(tx, actor.workspaceId, taken.claimId);
    const assignment = leasedNow(actor, taken);
    const { token, expiresAt } = taken;
    const event = aboutAssignment(assignment, ASSIGNMENT_LEASED, { token, expiresAt });
    if (claim.status === 'queued') {
      return { assignment, claim: await this.claims.move(tx, actor, claim, 'in_review', {}, null, [event]) };
    }
    await this.events.append(tx, actor, [event]);
    return { assignment, claim };
  }
}

function allBusy(error: unknown): AllBusy {
  if (error instanceof AllBusy) return error;
  throw error;
}

/**
 * Whether the member was given another part of the round in this very moment, by a request of theirs beside this one or
 * by a hand-over: the statement could not see that, and the index did. Asked again, it passes over the round.
 */
function isInRound(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'uq_assignments_round_member';
}

/** The member as a taker in each queue that is for them, or in the one that is named. */
function takersUnder(
  { needs: asked, allowSelfReview }: Rules,
  actor: Actor,
  queueId: string | null,
): Taker[] {
  return asked
    .filter((needs) => (queueId === null || needs.queueId === queueId) && meetsNeeds(needs, actor))
    .map((needs) => ({
      workspaceId: actor.workspaceId,
      memberId: actor.memberId,
      has: actor,
      needs,
      allowSelfReview,
      returned: false,
    }));
}

function leasedNow({ workspaceId, memberId }: Actor, { assignmentId, ...taken }: Taken): AssignmentRow {
  return {
    ...taken,
    id: assignmentId,
    workspaceId,
    memberId,
    memberMayReview: true,
    state: 'leased',
    heldUntil: null,
    endedAt: null,
    declineReason: null,
    declineNote: null,
  };
}
