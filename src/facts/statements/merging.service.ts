import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import type { Tx } from '../../base/database/tx.js';
import { EvidenceItems } from '../evidence/evidence.service.js';
import type { Claim } from '../claims/claim.entity.js';
import { claimMerged, claimUnmerged, type CorroborationCause } from '../claims/claim.events.js';
import { Claims } from '../claims/claims.service.js';
import type { NewEvent } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { followedBy } from './assess.js';
import { Assessment } from './assessment.service.js';
import { carry } from './merging.rules.js';
import type { Statement } from './statement.entity.js';
import { statementRecorded, statementStruck } from './statement.events.js';
import { StatementsRepository } from './statements.repository.js';

const NO_DUPLICATE = 'The claim it came from is no duplicate any more.';

/** A locked claim as it becomes, with the events that tell of it. */
interface Becoming {
  claim: Claim;
  statements: Statement[];
  events: NewEvent[];
}

/**
 * Records what was said on a duplicate on the claim that stays, and takes it back when it was none. Both claims are
 * locked, and the placements shared. Everything is recorded anew, at the moment of the merge: what the survivor
 * answered for before stays what it was.
 */
@Injectable()
export class Merging {
  constructor(
    private readonly repository: StatementsRepository,
    private readonly evidence: EvidenceItems,
    private readonly assessment: Assessment,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  async merge(tx: Tx, actor: Actor, duplicate: Claim, survivor: Claim): Promise<void> {
    const { workspaceId } = actor;
    const said = await this.repository.ofClaim(tx, workspaceId, duplicate.id);
    const there = await this.repository.ofClaim(tx, workspaceId, survivor.id);
    const { copies, already } = carry(said, there);
    const at = await this.claims.nextMoment(tx, survivor);
    const start = { claim: { ...survivor, version: survivor.version + 1 }, statements: there, events: [] };
    const after = await this.recordAll(tx, actor, start, copies, at);
    const evidence = await this.evidence.carry(tx, actor, duplicate, after.claim);
    const statements = copies.map(({ id: to, movedFromId }) => ({ from: movedFromId!, to }));
    const told = { from: duplicate.id, statements, already, evidence: evidence.carried };
    await this.claims.update(tx, survivor, after.claim, after.claim.updatedAt);
    const merged = claimMerged(after.claim, told);
    await this.events.append(tx, actor, [...after.events, ...evidence.events, merged]);
  }

  /** Strikes what the merge recorded and has evidence go; what the survivor had of its own stays. */
  async unmerge(tx: Tx, actor: Actor, duplicate: Claim, survivor: Claim): Promise<void> {
    const { workspaceId } = actor;
    const all = await this.repository.ofClaim(tx, workspaceId, survivor.id);
    const at = await this.claims.nextMoment(tx, survivor);
    const version = survivor.version + 1;
    const strike = {
      struckAt: at,
      struckBy: actor.memberId,
      strikeReason: NO_DUPLICATE,
      replacementId: null,
    };
    const struck = all
      .filter(({ movedFromClaimId, struckAt }) => movedFromClaimId === duplicate.id && struckAt === null)
      .map((statement) => ({ ...statement, ...strike, struckClaimVersion: version }));
    for (const statement of struck) await this.repository.strike(tx, statement);
    const statements = all.map((one) => struck.find(({ id }) => id === one.id) ?? one);
    let current: Becoming = { claim: { ...survivor, version, updatedAt: at }, statements, events: [] };
    if (struck.length > 0) {
      current = await this.assess(
        tx,
        current,
        at,
        (claim) => struck.map((one) => statementStruck(claim, one)),
        {
          unmerged: duplicate.id,
        },
      );
    }
    current = await this.keepForOthers(tx, actor, duplicate, current, struck);
    const gone = await this.evidence.takeBack(tx, duplicate, current.claim, NO_DUPLICATE);
    await this.claims.update(tx, survivor, current.claim, current.claim.updatedAt);
    const unmerged = claimUnmerged(current.claim, {
      from: duplicate.id,
      statements: struck.map(({ id }) => id),
      evidence: gone.ids,
    });
    await this.events.append(tx, actor, [...current.events, ...gone.events, unmerged]);
  }

  /** Other duplicates may have said the same, which was not recorded twice: it is recorded for them now. */
  private async keepForOthers(
    tx: Tx,
    actor: Actor,
    duplicate: Claim,
    current: Becoming,
    struck: Statement[],
  ): Promise<Becoming> {
    const standing = struck.map((statement) => ({ ...statement, struckAt: null }));
    let next = current;
    for (const id of await this.repository.duplicatesOf(tx, actor.workspaceId, current.claim.id)) {
      if (id === duplicate.id) continue;
      const said = await this.repository.ofClaim(tx, actor.workspaceId, id);
      const shared = [...carry(said, standing).already, ...carry(said, next.statements).already];
      const { copies } = carry(said, next.statements, new Set(shared.map(({ from }) => from)));
      if (copies.length === 0) continue;
      const at = new Date(next.claim.updatedAt.getTime() + 1);
      next = await this.recordAll(tx, actor, next, copies, at);
    }
    return next;
  }

  /**
   * Records them one after the other, a millisecond apart: a claim's statements are told apart by their moment, and
   * at each of these it is what the rule says of those up to it. No moment lies ahead of the clock when all is done.
   */
  private async recordAll(
    tx: Tx,
    actor: Actor,
    start: Becoming,
    copies: Statement[],
    from: Date,
  ): Promise<Becoming> {
    let current: Becoming = { ...start, claim: { ...start.claim, updatedAt: from } };
    for (const [i, copy] of copies.entries()) {
      const at = new Date(from.getTime() + i);
      const statement: Statement = {
        ...copy,
        claimId: start.claim.id,
        recordedBy: actor.memberId,
        recordedAt: at,
        claimVersion: start.claim.version,
      };
      await this.repository.insert(tx, statement);
      const statements = [...current.statements, statement];
      const tell = (claim: Claim) => [statementRecorded(claim, statement)];
      current = await this.assess(tx, { ...current, statements }, at, tell, { statementId: statement.id });
    }
    await tx.query('select pg_sleep($1::float8 / 1000)', [copies.length]);
    return current;
  }

  private async assess(
    tx: Tx,
    { claim: before, statements, events }: Becoming,
    at: Date,
    tell: (claim: Claim) => NewEvent[],
    cause: CorroborationCause,
  ): Promise<Becoming> {
    const assessed = await this.assessment.assess(tx, before, statements, at);
    const claim = { ...assessed.claim, updatedAt: at, lastRecordedAt: at };
    const followed = followedBy(before, claim, assessed, cause);
    return { claim, statements, events: [...events, ...tell(claim), ...followed] };
  }
}
