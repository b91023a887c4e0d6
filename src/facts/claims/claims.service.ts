import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor, Doer } from '../../base/actor/actor.js';
import { FORBIDDEN, notFound, Problem } from '../../base/errors/problem.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { NewEvent } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { Sources } from '../sources/sources.service.js';
import { columnsFrom } from './claim-columns.js';
import type { ClaimChange } from './claim.dto.js';
import type { Claim } from './claim.entity.js';
import { transitionNotAllowed } from './claim.errors.js';
import { changesOfFields, claimTransitioned, claimUpdated } from './claim.events.js';
import {
  allowedTransitions,
  checkTransitions,
  CLAIM_STATES,
  type ClaimState,
  inQueue,
  isTransition,
  roleForTransition,
  TRANSITIONS,
} from './claim.states.js';
import { ClaimsRepository, MOVES } from './claims.repository.js';

/** What a move changes besides the status. */
export type MovePatch = Partial<Pick<Claim, Exclude<keyof typeof MOVES, 'status'>>>;

@Injectable()
export class Claims implements OnModuleInit {
  constructor(
    private readonly repository: ClaimsRepository,
    private readonly sources: Sources,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    checkTransitions(CLAIM_STATES, TRANSITIONS);
  }

  async find(reader: Reader, workspaceId: string, id: string): Promise<Claim> {
    const claim = await this.repository.find(reader, workspaceId, id);
    if (claim === null) throw notFound('claim');
    return claim;
  }

  /** Reads the claims of these external ids for a change, locked in the order of their ids. */
  async lockByExternalId(tx: Tx, workspaceId: string, externalIds: string[]): Promise<Claim[]> {
    return externalIds.length === 0 ? [] : this.repository.lockByExternalId(tx, workspaceId, externalIds);
  }

  /** Reads a claim for a change; every other writer of it waits. */
  async lock(tx: Tx, workspaceId: string, id: string): Promise<Claim> {
    const claim = await this.repository.lock(tx, workspaceId, id);
    if (claim === null) throw notFound('claim');
    return claim;
  }

  async share(tx: Tx, workspaceId: string, id: string): Promise<Claim> {
    const claim = await this.repository.share(tx, workspaceId, id);
    if (claim === null) throw notFound('claim');
    return claim;
  }

  insert(tx: Tx, claim: Claim): Promise<void> {
    return this.repository.insert(tx, claim);
  }

  insertMany(tx: Tx, claims: Claim[]): Promise<void> {
    return this.repository.insertMany(tx, claims);
  }

  /** When the next change of a locked claim counts from. */
  nextMoment(tx: Tx, claim: Claim): Promise<Date> {
    return this.repository.nextMoment(tx, claim);
  }

  /**
   * Writes a locked claim's changed columns; its version counts up by one, so call it once per transaction. The event
   * of the change tells that version and its moment: from them a claim is rebuilt as it stood.
   */
  async update(tx: Tx, before: Claim, after: Claim, at: Date | null = null): Promise<Claim> {
    return this.repository.update(tx, before, after, at ?? (await this.nextMoment(tx, before)));
  }

  /** The columns that the fields of a request set; refuses sources that are not of the workspace. */
  async columnsOf(
    reader: Reader,
    workspaceId: string,
    given: ClaimChange,
    path = '',
  ): Promise<Partial<Claim>> {
    await this.sources.expectKnown(reader, workspaceId, { [`${path}claimantId`]: given.claimantId ?? null });
    return columnsFrom(given, path);
  }

  /** Writes a change of the fields people enter; nothing changed is no change. */
  async amend(tx: Tx, actor: Actor, before: Claim, columns: Partial<Claim>): Promise<Claim> {
    const wanted = { ...before, ...columns };
    if (Object.keys(changesOfFields(before, wanted)).length === 0) return before;
    const after = await this.update(tx, before, wanted);
    await this.events.append(tx, actor, [claimUpdated(before, after)]);
    return after;
  }

  /** Refuses a move that the table does not allow this caller now: 409 where nobody may, 403 where others may. */
  expectAllowed(actor: Actor, claim: Claim, to: ClaimState): void {
    const allowed = allowedTransitions(claim, actor);
    if (allowed.includes(to)) return;
    const role = roleForTransition(claim, to);
    if (role === null) throw transitionNotAllowed(claim.status, to, allowed);
    throw new Problem(
      FORBIDDEN,
      `Moving a claim from ${claim.status} to ${to} takes the role ${role}; ask one of them.`,
    );
  }

  /** Moves a locked claim along its life and writes the event, behind those that led to it. */
  async move(
    tx: Tx,
    doer: Doer,
    before: Claim,
    to: ClaimState,
    patch: MovePatch,
    reason: string | null = null,
    causes: NewEvent[] = [],
  ): Promise<Claim> {
    if (!isTransition(before.status, to)) throw transitionNotAllowed(before.status, to, []);
    const cleared: MovePatch = {
      heldFrom: null,
      holdUntil: null,
      closedReason: null,
      duplicateOfId: null,
      // Out of the queue it has no place in its order, and no review that is due.
      rank: inQueue(to) ? before.rank : null,
      reviewDueAt: inQueue(to) ? before.reviewDueAt : null,
    };
    const after = await this.repository.move(tx, before, { ...before, ...cleared, ...patch, status: to });
    await this.events.append(tx, doer, [...causes, claimTransitioned(before, after, reason)]);
    return after;
  }
}
