import { Injectable, Logger } from '@nestjs/common';
import { type Actor, type Doer, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, notFound, type Problem } from '../../base/errors/problem.js';
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
  reviewerTookPart,
} from './assignment.errors.js';
import { type AssignmentRow, AssignmentsRepository } from './assignments.repository.js';
import {
  aboutAssignment,
  ASSIGNMENT_DECLINED,
  ASSIGNMENT_HELD,
  ASSIGNMENT_LEASED,
  ASSIGNMENT_RELEASED,
  ASSIGNMENT_RENEWED,
  ASSIGNMENT_RESUMED,
} from './round.events.js';
import { isOver, Rounds } from './rounds.service.js';
import { RoundsRepository } from './rounds.repository.js';

const SWEPT_AT_ONCE = 500;
const DAY_MS = 24 * 3_600_000;
const HOLD_AT_MOST_MS = 7 * DAY_MS;
/** Hold after hold, a claim is kept no longer than so from when it was given to the member. */
const HOLDS_AT_MOST_MS = 30 * DAY_MS;
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

/** The life of a lease in its member's hand: accept, renew, hold, release, decline, run out. */
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
    return this.database.transaction(async (tx) => ({
      assignmentId: id,
      claim: await write(tx, await this.prove(tx, actor, id, token)),
    }));
  }

  /** Proves that the caller holds the lease, and locks it until the transaction ends. */
  async prove(tx: Tx, actor: Actor, id: string, token: number): Promise<HeldLease> {
    const lease = await this.lockOwn(tx, actor, id);
    const { assignment } = lease;
    if (assignment.state === 'offered') throw assignmentNotAccepted();
    if (OWN_ENDS.includes(assignment.state)) throw assignmentClosed(assignment.state);
    const present = ['leased', 'held'].includes(assignment.state) && assignment.token === token;
    if (!present) throw await this.lost(tx, assignment);
    return lease;
  }

  renew(actor: Actor, id: string, token: number): Promise<AfterLease> {
    return this.holding(actor, id, token, async (tx, { assignment, claim }) => {
      const expiresAt = await this.repository.renew(tx, id);
      await this.repository.note(tx, assignment, 'renewed', { byMember: actor.memberId, expiresAt });
      // Whoever follows the feed was told of the hold, and counts it until they are told that it is over.
      const resumed = assignment.state === 'held' ? [ASSIGNMENT_RESUMED] : [];
      await this.events.append(
        tx,
        actor,
        [ASSIGNMENT_RENEWED, ...resumed].map((type) => aboutAssignment(assignment, type, { expiresAt })),
      );
      return claim;
    });
  }

  /** Keeps the lease beyond its length while the work has to wait for something. */
  hold(actor: Actor, id: string, given: { token: number; until: Date; reason: string }): Promise<AfterLease> {
    return this.holding(actor, id, given.token, async (tx, { assignment, claim }) => {
      const { until, reason } = given;
      const ahead = until.getTime() - Date.now();
      if (ahead <= 0) throw invalidField('until', 'must be in the future');
      if (ahead > HOLD_AT_MOST_MS) throw invalidField('until', 'must be at most 7 days ahead');
      if (until.getTime() > assignment.openedAt.getTime() + HOLDS_AT_MOST_MS)
        throw invalidField(
          'until',
          'must be at most 30 days after you took the claim; decide it, release it or hand it over',
        );
      await this.repository.hold(tx, id, until);
      await this.repository.note(tx, assignment, 'held', {
        byMember: actor.memberId,
        expiresAt: until,
        note: reason,
      });
      await this.events.append(tx, actor, [
        aboutAssignment(assignment, ASSIGNMENT_HELD, { expiresAt: until }, { reason }),
      ]);
      return claim;
    });
  }

  release(actor: Actor, id: string, token: number): Promise<AfterLease> {
    return this.holding(actor, id, token, async (tx, { assignment, claim }) => {
      await this.repository.end(tx, id, 'released');
      await this.repository.note(tx, assignment, 'released', { byMember: actor.memberId });
      await this.events.append(tx, actor, [aboutAssignment(assignment, ASSIGNMENT_RELEASED, {})]);
      return this.rounds.returnSlot(tx, actor, claim, { id: assignment.slotId, roundId: assignment.roundId });
    });
  }

  /** What a member wrote about themselves when they declined; the reason they chose stays. */
  forgetNotesOf(tx: Tx, member: { workspaceId: string; id: string }): Promise<void> {
    return this.repository.forgetDeclineNotes(tx, member);
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
      await this.events.append(tx, actor, [aboutAssignment(assignment, ASSIGNMENT_DECLINED, {})]);
      return this.rounds.returnForGood(tx, actor, claim, {
        id: assignment.slotId,
        roundId: assignment.roundId,
      });
    };
    if (given.token !== undefined && given.token !== null)
      return this.holding(actor, id, given.token, decline);
    return this.database.transaction(async (tx) => {
      const lease = await this.lockOwn(tx, actor, id);
      await this.expectOffered(tx, lease.assignment);
      return { assignmentId: id, claim: await decline(tx, lease) };
    });
  }

  /** Turns an offer into a lease. The claim is in review from the first lease on. */
  accept(actor: Actor, id: string): Promise<AfterLease> {
    return this.database.transaction(async (tx) => {
      const { assignment, claim } = await this.lockOwn(tx, actor, id);
      await this.expectOffered(tx, assignment);
      // What is theirs may have become so, or the policy stricter, since it was offered.
      if (await this.repository.isBarred(tx, id)) throw reviewerTookPart();
      const slot = await this.roundsRepository.lockSlot(tx, assignment.slotId);
      const token = slot.token + 1;
      await this.roundsRepository.setSlot(tx, slot.id, { state: 'taken', token });
      const expiresAt = await this.repository.accept(tx, id, token);
      await this.repository.note(tx, assignment, 'leased', { byMember: actor.memberId, expiresAt });
      await this.events.append(tx, actor, [
        aboutAssignment(assignment, ASSIGNMENT_LEASED, { token, expiresAt }),
      ]);
      const moved =
        claim.status === 'queued' ? await this.claims.move(tx, actor, claim, 'in_review', {}) : claim;
      return { assignmentId: id, claim: moved };
    });
  }

  /** Tidies what is over without anybody having ended it; its slot waits again. Answers how much that was. */
  async sweep(workspaceId: string | null = null): Promise<number> {
    const due = await this.repository.over(this.database, workspaceId, SWEPT_AT_ONCE);
    for (const { id, workspaceId: workspace } of due) {
      await this.tidy(id, system(workspace)).catch((error: Error) =>
        this.logger.warn(`the assignment ${id}, which is over, was not tidied: ${error.message}`),
      );
    }
    return due.length;
  }

  /** Ends a turn that is over, and gives its slot back. Answers the claim as it stands then. */
  async tidyLocked(tx: Tx, { assignment, claim }: HeldLease): Promise<Claim> {
    await this.rounds.tidy(tx, assignment);
    const slot = { id: assignment.slotId, roundId: assignment.roundId };
    const doer = system(assignment.workspaceId);
    return assignment.memberMayReview
      ? this.rounds.returnSlot(tx, doer, claim, slot)
      : this.rounds.returnForGood(tx, doer, claim, slot);
  }

  private async tidy(id: string, doer: Doer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const lease = await this.lock(tx, doer.workspaceId, id);
      // Read as over also before it was tidied; ended means that somebody else has tidied or ended it.
      const [open] = await tx.query('select 1 from assignments where id = $1 and ended_at is null', [id]);
      if (open !== undefined && isOver(lease.assignment)) await this.tidyLocked(tx, lease);
    });
  }

  private async expectOffered(tx: Tx, assignment: AssignmentRow): Promise<void> {
    if (assignment.state === 'offered') return;
    if (OWN_ENDS.includes(assignment.state)) throw assignmentClosed(assignment.state);
    if (['leased', 'held'].includes(assignment.state)) throw assignmentNotOffered(assignment.state);
    throw await this.lost(tx, assignment);
  }

  private async lost(tx: Tx, { id, slotId, state }: AssignmentRow): Promise<Problem> {
    const reason = state === 'broken' ? await this.repository.whyBroken(tx, id) : null;
    return leaseLost(await this.repository.holder(tx, slotId), state, reason);
  }

  private async lockOwn(tx: Tx, actor: Actor, id: string): Promise<HeldLease> {
    const lease = await this.lock(tx, actor.workspaceId, id);
    if (lease.assignment.memberId !== actor.memberId) throw assignmentNotYours();
    return lease;
  }

  /** Locks the claim and reads the assignment again behind that lock: what is read then, stands. */
  async lock(tx: Tx, workspaceId: string, id: string): Promise<HeldLease> {
    const before = await this.repository.find(tx, workspaceId, id);
    if (before === null) throw notFound('assignment');
    const claim = await this.claims.lock(tx, workspaceId, before.claimId);
    return { assignment: (await this.repository.find(tx, workspaceId, id))!, claim };
  }
}
