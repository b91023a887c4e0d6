import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { databaseNow } from '../../base/database/clock.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField } from '../../base/errors/problem.js';
import type { Claim, Verdict } from '../../facts/claims/claim.entity.js';
import { EvidenceItems } from '../../facts/evidence/evidence.service.js';
import { StatementsRepository } from '../../facts/statements/statements.repository.js';
import { Events } from '../../record/events/events.service.js';
import { AssignmentsRepository } from '../rounds/assignments.repository.js';
import { type AfterLease, type HeldLease, Leases } from '../rounds/leases.service.js';
import { aboutAssignment } from '../rounds/round.events.js';
import { RoundsRepository } from '../rounds/rounds.repository.js';
import { Stalling } from '../rounds/stalling.service.js';
import type { DecisionGiven } from './decision.dto.js';
import type { Decision } from './decision.entity.js';
import { groundChanged } from './decision.errors.js';
import { DECISION_SUBMITTED } from './decision.events.js';
import { DecisionsRepository } from './decisions.repository.js';
import { Judging } from './judging.service.js';
import { Settling } from './settling.service.js';

@Injectable()
export class Decisions {
  constructor(
    private readonly leases: Leases,
    private readonly repository: DecisionsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly rounds: RoundsRepository,
    private readonly stalling: Stalling,
    private readonly judging: Judging,
    private readonly settling: Settling,
    private readonly statements: StatementsRepository,
    private readonly evidence: EvidenceItems,
    private readonly events: Events,
  ) {}

  /** Gives a decision under a lease. The last one of the round ends it, in the same transaction. */
  decide(actor: Actor, assignmentId: string, given: DecisionGiven): Promise<AfterLease> {
    return this.leases.holding(actor, assignmentId, given.token, async (tx, { assignment, claim }) => {
      const round = await this.rounds.find(tx, assignment.roundId);
      await this.judging.expectSound(tx, claim, round, given);
      await this.expectCitable(tx, claim, given);
      if (given.claimVersion) await this.expectGround(tx, claim, given.claimVersion);
      const decision = await this.write(tx, actor, { assignment, claim }, given);
      await this.assignments.end(tx, assignmentId, 'submitted');
      await this.assignments.note(tx, assignment, 'submitted', { byMember: actor.memberId });
      await this.rounds.setSlot(tx, assignment.slotId, { state: 'done' });
      const content = round.blind && round.reviews > 1 ? {} : contentOf(decision, given);
      await this.events.append(tx, actor, [
        aboutAssignment(assignment, DECISION_SUBMITTED, { decisionId: decision.id, ...content }),
      ]);
      const { open } = await this.rounds.progress(tx, round.id);
      if (open === 0) return this.settling.conclude(tx, actor, claim, round);
      await this.stalling.tellOf(tx, round);
      return claim;
    });
  }

  private async expectCitable(tx: Tx, claim: Claim, given: DecisionGiven): Promise<void> {
    const statements = given.citedStatements ?? [];
    const evidence = given.citedEvidence ?? [];
    const standing = await this.statements.standing(tx, claim.workspaceId, claim.id, statements);
    const known = await this.evidence.known(tx, claim.workspaceId, claim.id, evidence);
    const wrong = (ids: string[], good: Set<string>) => ids.findIndex((id) => !good.has(id));
    const statement = wrong(statements, standing);
    if (statement >= 0) {
      throw invalidField(
        `citedStatements.${statement}`,
        'There is no standing statement with this id on this claim.',
      );
    }
    const item = wrong(evidence, known);
    if (item >= 0)
      throw invalidField(`citedEvidence.${item}`, 'There is no evidence with this id on this claim.');
  }

  private async expectGround(tx: Tx, claim: Claim, version: number): Promise<void> {
    if (version > claim.version) {
      throw invalidField('claimVersion', `is ahead of the claim, which is at version ${claim.version}`);
    }
    const statements = await this.statements.since(tx, claim.workspaceId, claim.id, version);
    const evidence = await this.evidence.since(tx, claim.workspaceId, claim.id, version);
    if (statements.length > 0 || evidence.length > 0) throw groundChanged(statements, evidence);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { assignment, claim }: HeldLease,
    given: DecisionGiven,
  ): Promise<Decision> {
    const decision: Decision = {
      id: uuid(),
      workspaceId: claim.workspaceId,
      roundId: assignment.roundId,
      slotId: assignment.slotId,
      assignmentId: assignment.id,
      claimId: claim.id,
      memberId: actor.memberId,
      rating: given.rating,
      confidence: given.confidence,
      rationale: given.rationale,
      overrideReason: given.overrideReason ?? null,
      corroboration: claim.corroboration,
      claimVersion: given.claimVersion ?? null,
      decidedAt: await databaseNow(tx),
    };
    const citation = { workspaceId: claim.workspaceId, claimId: claim.id, decisionId: decision.id };
    const { citedStatements, citedEvidence } = cited(given);
    const citations = [
      ...citedStatements.map((statementId) => ({ ...citation, statementId, evidenceId: null })),
      ...citedEvidence.map((evidenceId) => ({ ...citation, statementId: null, evidenceId })),
    ].map((row) => ({ ...row, id: uuid() }));
    await this.repository.insert(tx, decision, citations);
    return decision;
  }
}

function contentOf(decision: Decision, given: DecisionGiven) {
  const { rating, confidence, rationale, overrideReason, claimVersion } = decision;
  return { rating, confidence, rationale, overrideReason, claimVersion, ...cited(given) };
}

/** What a decision rests on, each named once. */
function cited(given: DecisionGiven): Pick<Verdict, 'citedStatements' | 'citedEvidence'> {
  const distinct = (ids: string[] | undefined) => [...new Set(ids)];
  return {
    citedStatements: distinct(given.citedStatements),
    citedEvidence: distinct(given.citedEvidence),
  };
}
