import { Injectable, Logger } from '@nestjs/common';
import { type Actor, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, NOT_FOUND, Problem, STALE, unknownReference } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { survivorIsDuplicate } from '../../facts/claims/claim.errors.js';
import { CLOSED_REASONS, type ClosedReason, heldFrom, isSettled } from '../../facts/claims/claim.states.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Merging } from '../../facts/statements/merging.service.js';
import { sharePlacements } from '../../record/workspaces/placement-lock.js';
import { ReReviews } from './re-reviews.service.js';
import { Rounds } from './rounds.service.js';
import { RoundsRepository } from './rounds.repository.js';
import type { TransitionWanted } from './transition.dto.js';

const HOLDS_AT_ONCE = 200;

/** Moves claims along their life, on a member's word or when a hold ends. */
@Injectable()
export class Moving {
  private readonly logger = new Logger(Moving.name);

  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly merging: Merging,
    private readonly rounds: Rounds,
    private readonly reReviews: ReReviews,
    private readonly repository: RoundsRepository,
  ) {}

  async move(
    actor: Actor,
    claimId: string,
    expected: ExpectedVersion,
    wanted: TransitionWanted,
  ): Promise<Claim> {
    return this.database.transaction(async (tx) => {
      const { claim, other } = await this.lock(tx, actor, claimId, wanted);
      expectVersion(expected, claim.version);
      this.claims.expectAllowed(actor, claim, wanted.to);
      expectFitting(wanted);
      const moved = await this.moveLocked(tx, actor, claim, wanted);
      if (moved.closedReason === 'duplicate') await this.merging.merge(tx, actor, moved, other!);
      if (claim.closedReason === 'duplicate') await this.reopen(tx, actor, claim, other);
      return moved;
    });
  }

  async moveLocked(tx: Tx, actor: Actor, claim: Claim, wanted: TransitionWanted): Promise<Claim> {
    const reason = wanted.reason ?? null;
    await this.rounds.cancel(tx, actor, claim, reason);
    switch (wanted.to) {
      case 'queued': {
        const queueId = wanted.queueId ?? (isResumed(claim) ? claim.queueId : null);
        return isSettled(claim.status)
          ? this.reReviews.openFor(tx, actor, claim, { queueId, reason })
          : this.rounds.open(tx, actor, claim, queueId, reason);
      }
      case 'on_hold': {
        const holdUntil = wanted.holdUntil ? new Date(wanted.holdUntil) : null;
        if (holdUntil !== null && holdUntil <= new Date())
          throw invalidField('holdUntil', 'must be in the future');
        return this.claims.move(
          tx,
          actor,
          claim,
          'on_hold',
          { heldFrom: heldFrom(claim.status), holdUntil },
          reason,
        );
      }
      case 'closed':
        return this.close(tx, actor, claim, wanted);
      default:
        return this.claims.move(tx, actor, claim, wanted.to, {}, reason);
    }
  }

  /**
   * Locks the claim, and in the order of ids the one that it is said to duplicate, or was: statements are recorded on
   * that one too, and two claims that are closed as duplicates of each other would wait for one another.
   */
  private async lock(
    tx: Tx,
    { workspaceId }: Actor,
    id: string,
    wanted: TransitionWanted,
  ): Promise<{ claim: Claim; other: Claim | null }> {
    const otherId = wanted.duplicateOf ?? (await this.claims.find(tx, workspaceId, id)).duplicateOfId;
    if (otherId === null || otherId === id)
      return { claim: await this.claims.lock(tx, workspaceId, id), other: null };
    await sharePlacements(tx, workspaceId);
    const lockOther = () => this.claims.lock(tx, workspaceId, otherId).catch(nullWhenNotFound);
    if (otherId < id) {
      const other = await lockOther();
      return { claim: await this.claims.lock(tx, workspaceId, id), other };
    }
    const claim = await this.claims.lock(tx, workspaceId, id);
    return { claim, other: await lockOther() };
  }

  /** Takes back what was recorded on the claim it was a duplicate of. */
  private async reopen(tx: Tx, actor: Actor, closed: Claim, survivor: Claim | null): Promise<void> {
    if (survivor === null || survivor.id !== closed.duplicateOfId) {
      throw new Problem(STALE, 'It was closed as a duplicate in this moment. Read it again.');
    }
    if (survivor.closedReason === 'duplicate')
      throw survivorIsDuplicate(survivor.id, survivor.duplicateOfId!);
    await this.merging.unmerge(tx, actor, closed, survivor);
  }

  /** Moves held claims whose time has come back to where they came from. */
  async resumeHeld(): Promise<void> {
    const due = await this.repository.heldUntilNow(this.database, HOLDS_AT_ONCE);
    for (const { id, workspaceId } of due) {
      await this.resume(id, workspaceId).catch((error: Error) =>
        this.logger.warn(`the held claim ${id} was not resumed: ${error.message}`),
      );
    }
  }

  private async resume(id: string, workspaceId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, workspaceId, id);
      if (claim.holdUntil === null || claim.holdUntil > new Date()) return;
      const doer = system(workspaceId);
      const reason = 'the hold has ended';
      if (claim.heldFrom === 'queued') await this.rounds.open(tx, doer, claim, claim.queueId, reason);
      else await this.claims.move(tx, doer, claim, claim.heldFrom!, {}, reason);
    });
  }

  private async close(tx: Tx, actor: Actor, claim: Claim, wanted: TransitionWanted): Promise<Claim> {
    const closedReason = wanted.reason as ClosedReason;
    const duplicateOfId = wanted.duplicateOf ?? null;
    if (duplicateOfId !== null) {
      if (duplicateOfId === claim.id) throw invalidField('duplicateOf', 'must be another claim');
      const survivor = await this.claims.find(tx, actor.workspaceId, duplicateOfId).catch(nullWhenNotFound);
      if (survivor === null) throw unknownReference('duplicateOf', 'claim');
      if (survivor.closedReason === 'duplicate') {
        throw invalidField('duplicateOf', 'is closed as a duplicate itself; name the claim it duplicates');
      }
    }
    return this.claims.move(tx, actor, claim, 'closed', { closedReason, duplicateOfId }, null);
  }
}

function nullWhenNotFound(error: unknown): null {
  if (error instanceof Problem && error.kind === NOT_FOUND) return null;
  throw error;
}

function isResumed(claim: Claim): boolean {
  return claim.status === 'on_hold';
}

/** Refuses what does not go with the state that is asked for. */
function expectFitting({ to, queueId, holdUntil, duplicateOf, reason }: TransitionWanted): void {
  if (queueId && to !== 'queued') throw invalidField('queueId', 'goes only with to: queued');
  if (holdUntil && to !== 'on_hold') throw invalidField('holdUntil', 'goes only with to: on_hold');
  if (duplicateOf && !(to === 'closed' && reason === 'duplicate')) {
    throw invalidField('duplicateOf', 'goes only with to: closed and reason: duplicate');
  }
  if (to !== 'closed') return;
  if (!(CLOSED_REASONS as readonly string[]).includes(reason ?? '')) {
    throw invalidField('reason', `must be one of: ${CLOSED_REASONS.join(', ')}`);
  }
  if (reason === 'duplicate' && !duplicateOf) throw invalidField('duplicateOf', 'is needed: of which claim?');
}
