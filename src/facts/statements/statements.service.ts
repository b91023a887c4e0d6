import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import type { NewEvent } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { sharePlacements, sharePlacementsFrom } from '../../record/workspaces/placement-lock.js';
import type { ClaimChange } from '../claims/claim.dto.js';
import type { Claim } from '../claims/claim.entity.js';
import { claimSubmitted, type CorroborationCause, corroborationChanged } from '../claims/claim.events.js';
import { Claims } from '../claims/claims.service.js';
import { newClaim } from '../claims/new-claim.js';
import { Sources } from '../sources/sources.service.js';
import { followedBy } from './assess.js';
import { Assessment } from './assessment.service.js';
import { newStatement } from './new-statement.js';
import type { NewClaim, NewStatement, StrikeNotice } from './statement.dto.js';
import { Statement } from './statement.entity.js';
import { statementStruck as alreadyStruck } from './statement.errors.js';
import { statementRecorded, statementStruck } from './statement.events.js';
import { asRuleStatement, claimantFrom, expectRecordable, expectReplacement } from './statement.rules.js';
import { StatementsRepository } from './statements.repository.js';

@Injectable()
export class Statements {
  constructor(
    private readonly database: Database,
    private readonly repository: StatementsRepository,
    private readonly assessment: Assessment,
    private readonly claims: Claims,
    private readonly sources: Sources,
    private readonly events: Events,
  ) {}

  /** Enters a claim, with its first statement when one is given. */
  async submitClaim(actor: Actor, given: NewClaim): Promise<Claim> {
    return this.database.transaction((tx) => this.submitClaimIn(tx, actor, given));
  }

  async submitClaimIn(tx: Tx, actor: Actor, given: NewClaim): Promise<Claim> {
    const at = await sharePlacementsFrom(tx, actor.workspaceId);
    const columns = await this.claims.columnsOf(tx, actor.workspaceId, given);
    const { workspaceId, memberId: createdBy } = actor;
    const entered = newClaim({ id: uuid(), workspaceId, createdBy, at }, columns);
    if (given.statement === undefined) {
      await this.claims.insert(tx, entered);
      await this.events.append(tx, actor, [claimSubmitted(entered)]);
      return entered;
    }
    const statement = await this.readStatement(tx, actor, entered, given.statement, [], at, {
      path: 'statement.',
      claimVersion: entered.version,
    });
    const { claim, changed } = await this.assessment.assess(tx, entered, [statement], at);
    await this.claims.insert(tx, claim);
    await this.repository.insert(tx, statement);
    const submitted = claimSubmitted({ ...entered, claimantId: claim.claimantId });
    const moved = corroborationChanged(entered, claim, { statementId: statement.id });
    await this.events.append(tx, actor, [
      submitted,
      statementRecorded(claim, statement),
      ...(changed ? [moved] : []),
    ]);
    return claim;
  }

  readClaim(actor: Actor, id: string): Promise<Claim> {
    return this.claims.find(this.database, actor.workspaceId, id);
  }

  /** Changes the fields of a claim; without a given claimant, it is again that of the earliest live assertion. */
  amendClaim(actor: Actor, id: string, change: ClaimChange, check: (claim: Claim) => void): Promise<Claim> {
    return this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, actor.workspaceId, id);
      check(claim);
      const columns = await this.claims.columnsOf(tx, actor.workspaceId, change);
      if (change.claimantId === null) {
        const statements = await this.repository.ofClaim(tx, actor.workspaceId, id);
        columns.claimantId = claimantFrom(
          statements.map(asRuleStatement),
          claim.corroborationAsOf.toISOString(),
        );
      }
      return this.claims.amend(tx, actor, claim, columns);
    });
  }

  /** Records a source's position on a claim, and what follows from it for the claim's corroboration. */
  async record(actor: Actor, claimId: string, given: NewStatement): Promise<Statement> {
    return this.database.transaction(async (tx) => {
      await sharePlacements(tx, actor.workspaceId);
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      const at = await this.claims.nextMoment(tx, claim);
      const earlier = await this.repository.ofClaim(tx, actor.workspaceId, claimId);
      const statement = await this.readStatement(tx, actor, claim, given, earlier, at, {
        path: '',
        claimVersion: claim.version + 1,
      });
      await this.repository.insert(tx, statement);
      const tell = (after: Claim) => statementRecorded(after, statement);
      await this.reassess(tx, actor, claim, [...earlier, statement], at, tell, { statementId: statement.id });
      return statement;
    });
  }

  /** Strikes a statement that was recorded wrongly: our error, never the source's retraction. It stays readable. */
  async strike(actor: Actor, id: string, given: StrikeNotice): Promise<Statement> {
    return this.database.transaction(async (tx) => {
      await sharePlacements(tx, actor.workspaceId);
      const { claimId } = await this.find(tx, actor, id);
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      const at = await this.claims.nextMoment(tx, claim);
      const all = await this.repository.ofClaim(tx, actor.workspaceId, claimId);
      const before = all.find((statement) => statement.id === id)!;
      if (before.struckAt !== null) throw alreadyStruck();
      const replacementId = given.replacementId ?? null;
      expectReplacement(replacementId, before, all, '');
      const struck: Statement = {
        ...before,
        struckAt: at,
        struckBy: actor.memberId,
        strikeReason: given.reason,
        replacementId,
        struckClaimVersion: claim.version + 1,
      };
      await this.repository.strike(tx, struck);
      const after = all.map((statement) => (statement.id === id ? struck : statement));
      const tell = (updated: Claim) => statementStruck(updated, struck);
      await this.reassess(tx, actor, claim, after, at, tell, { struckId: id });
      return struck;
    });
  }

  async read(actor: Actor, id: string): Promise<Statement> {
    return this.find(this.database, actor, id);
  }

  async ofClaim(actor: Actor, claimId: string, query: PageQuery): Promise<Page<Statement>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    return this.page({ workspaceId: actor.workspaceId, claimId }, query);
  }

  async ofSource(actor: Actor, sourceId: string, query: PageQuery): Promise<Page<Statement>> {
    await this.sources.read(actor, sourceId);
    return this.page({ workspaceId: actor.workspaceId, sourceId }, query);
  }

  private async page(
    scope: { workspaceId: string; claimId?: string; sourceId?: string },
    query: PageQuery,
  ): Promise<Page<Statement>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    return pageFrom(
      await this.repository.page(this.database, scope, query.limit, after),
      query.limit,
      (row) => [row.recordedAt.toISOString(), row.id],
      (row) => row,
    );
  }

  private async find(reader: Reader, actor: Actor, id: string): Promise<Statement> {
    const row = await this.repository.find(reader, actor.workspaceId, id);
    if (row === null) throw notFound('statement');
    return row;
  }

  private async reassess(
    tx: Tx,
    actor: Actor,
    before: Claim,
    statements: Statement[],
    at: Date,
    tell: (after: Claim) => NewEvent,
    cause: CorroborationCause,
  ): Promise<void> {
    const assessed = await this.assessment.assess(tx, before, statements, at);
    const after = await this.claims.update(tx, before, { ...assessed.claim, lastRecordedAt: at }, at);
    await this.events.append(tx, actor, [tell(after), ...followedBy(before, after, assessed, cause)]);
  }

  private async readStatement(
    tx: Tx,
    actor: Actor,
    claim: Claim,
    given: NewStatement,
    earlier: Statement[],
    at: Date,
    { path, claimVersion }: { path: string; claimVersion: number },
  ): Promise<Statement> {
    await this.sources.expectKnown(tx, actor.workspaceId, {
      [`${path}sourceId`]: given.sourceId,
      [`${path}reportedById`]: given.reportedById ?? null,
      [`${path}basedOnSourceId`]: given.basedOnSourceId ?? null,
    });
    expectRecordable(given, earlier, at, path);
    return newStatement(given, { claim, at, recordedBy: actor.memberId, claimVersion }, path);
  }
}
