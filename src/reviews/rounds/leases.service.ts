import { Injectable, Logger } from '@nestjs/common';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import type { AssignmentState, DeclineReason } from './assignment.entity.js';
import {
  assignmentClosed,
  assignmentNotAccepted,
  assignmentNotOffered,
  assignmentNotYours,
  leaseLost,
} from './assignment.errors.js';
import { type AssignmentRow, AssignmentsRepository } from './assignments.repository.js';
import { aboutAssignment } from './round.events.js';
import { Rounds } from './rounds.service.js';
import { RoundsRepository } from './rounds.repository.js';

const SWEPT_AT_ONCE = 500;
const OWN_ENDS: AssignmentState[] = ['submitted', 'released', 'declined'];

/** The lease that a write was proved to hold, with its claim and slot locked. */
export interface HeldLease {
  assignment: AssignmentRow;
  claim: Claim;
}

export interface AfterLease {
  assignmentId: string;
  claim: Claim;
}

/** The life of a lease: accept, renew, release, decline, run out. */
@Injectable()
export class Leases {
  private readonly logger = new Logger(Leases.name);

  constructor(
    private readonly database: Database,
    private readonly repository: AssignmentsRepository,
    private readonly roundsRepository: RoundsRepository,
    private readonly rounds: Rounds,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** Does a write that takes the lease, in one transaction with the proof that the caller holds it. */
  holding(
    actor: Actor,
    id: string,
    token: number,
    write: (tx: Tx, lease: HeldLease) => Promise<Claim>,
  ): Promise<AfterLease> {
    return this.database.transaction(async (tx) => {
      const lease = await this.lock(tx, actor, id);
      const { assignment } = lease;
      if (assignment.state === 'offered') throw assignmentNotAccepted();
      if (OWN_ENDS.includes(assignment.state)) throw assignmentClosed(assignment.state);
      const present = ['leased', 'held'].includes(assignment.state) && assignment.token === token;
      if (!present) throw leaseLost(await this.repository.holder(tx, assignment.slotId));
      return { assignmentId: id, claim: await write(tx, lease) };
    });
  }

  renew(actor: Actor, id: string, token: number): Promise<AfterLease> {
    return this.holding(actor, id, token, async (tx, { assignment, claim }) => {
      const expiresAt = await this.repository.renew(tx, id);
      await this.repository.note(tx, assignment, 'renewed', { byMember: actor.memberId, expiresAt });
      const event = aboutAssignment(assignment, 'assignment.renewed', { expiresAt });
      await this.events.append(tx, actor, [{ ...event, inFeed: false }]);
      return claim;
    });
  }

  release(actor: Actor, id: string, token: number): Promise<AfterLease> {
    return this.holding(actor, id, token, async (tx, { assignment, claim }) => {
      await this.repository.end(tx, id, 'released');
      await this.repository.note(tx, assignment, 'released', { byMember: actor.memberId });
      await this.events.append(tx, actor, [aboutAssignment(assignment, 'assignment.released')]);
      return this.rounds.returnSlot(tx, actor, claim, { id: assignment.slotId, roundId: assignment.roundId });
    });
  }

  /** Gives a claim back for good; why is for this member and editors, the event says only that it was declined. */
  decline(
    actor: Actor,
    id: string,
    given: { token?: number | null; reason: DeclineReason; note?: string | null },
  ): Promise<AfterLease> {
    const decline = async (tx: Tx, { assignment, claim }: HeldLease) => {
      const more = { declineReason: given.reason, declineNote: given.note ?? null };
      await this.repository.end(tx, id, 'declined', more);
      await this.repository.note(tx, assignment, 'declined', { byMember: actor.memberId });
      await this.events.append(tx, actor, [aboutAssignment(assignment, 'assignment.declined')]);
      return this.rounds.returnForGood(tx, actor, claim, {
        id: assignment.slotId,
        roundId: assignment.roundId,
      });
    };
    if (given.token !== undefined && given.token !== null)
      return this.holding(actor, id, given.token, decline);
    return this.database.transaction(async (tx) => {
      const lease = await this.lock(tx, actor, id);
      await this.expectOffered(tx, lease.assignment);
      return { assignmentId: id, claim: await decline(tx, lease) };
    });
  }

  /** Turns an offer into a lease. The claim is in review from the first lease on. */
  accept(actor: Actor, id: string): Promise<AfterLease> {
    return this.database.transaction(async (tx) => {
      const { assignment, claim } = await this.lock(tx, actor, id);
      await this.expectOffered(tx, assignment);
      const slot = await this.roundsRepository.lockSlot(tx, assignment.slotId);
      const token = slot.token + 1;
      await this.roundsRepository.setSlot(tx, slot.id, { state: 'taken', token });
      const expiresAt = await this.repository.accept(tx, id, token);
      await this.repository.note(tx, assignment, 'leased', { byMember: actor.memberId, expiresAt });
      await this.events.append(tx, actor, [
        aboutAssignment(assignment, 'assignment.leased', { token, expiresAt }),
      ]);
      const moved =
        claim.status === 'queued' ? await this.claims.move(tx, actor, claim, 'in_review', {}) : claim;
      return { assignmentId: id, claim: moved };
    });
  }

  /** Tidies what has run out: a lease or an offer ends as expired and its slot waits again. Answers how many. */
  async sweep(workspaceId: string | null = null): Promise<number> {
    const due = await this.repository.expired(this.database, workspaceId, SWEPT_AT_ONCE);
    for (const { id, workspaceId: workspace } of due) {
      await this.expire(id, system(workspace)).catch((error: Error) =>
        this.logger.warn(`the expired assignment ${id} was not tidied: ${error.message}`),
      );
    }
    return due.length;
  }

  private async expire(id: string, doer: Doer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { assignment, claim } = await this.lockAny(tx, doer.workspaceId, id);
      // Read as expired also before it was tidied; ended means that somebody else has tidied or ended it.
      const [live] = await tx.query(
        `select 1 from assignments where id = $1 and ended_at is null and expires_at <= clock_timestamp()`,
        [id],
      );
      if (live === undefined) return;
      await this.rounds.expire(tx, assignment);
      await this.rounds.returnSlot(tx, doer, claim, { id: assignment.slotId, roundId: assignment.roundId });
    });
  }

  private async expectOffered(tx: Tx, assignment: AssignmentRow): Promise<void> {
    if (assignment.state === 'offered') return;
    if (OWN_ENDS.includes(assignment.state)) throw assignmentClosed(assignment.state);
    if (['leased', 'held'].includes(assignment.state)) throw assignmentNotOffered(assignment.state);
    throw leaseLost(await this.repository.holder(tx, assignment.slotId));
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<HeldLease> {
    const lease = await this.lockAny(tx, actor.workspaceId, id);
    if (lease.assignment.memberId !== actor.memberId) throw assignmentNotYours();
    return lease;
  }

  /** Locks the claim and reads the assignment again behind that lock: what is read then, stands. */
  private async lockAny(tx: Tx, workspaceId: string, id: string): Promise<HeldLease> {
    const before = await this.repository.find(tx, workspaceId, id);
    if (before === null) throw notFound('assignment');
    const claim = await this.claims.lock(tx, workspaceId, before.claimId);
    return { assignment: (await this.repository.find(tx, workspaceId, id))!, claim };
  }
}
