import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import type { CorroborationStatus } from '../../facts/corroboration/status.js';
import { Evidence } from '../../facts/evidence/evidence.entity.js';
import { Statement } from '../../facts/statements/statement.entity.js';
import { Assignment } from '../rounds/assignment.entity.js';
import { CONFIDENCES, type Confidence } from '../rounds/given-decision.js';
import { Round, Slot } from '../rounds/round.entity.js';

/** A member's judgement in a slot of a round. */
@Entity('decisions')
@Unique('uq_decisions_slot', ['slotId'])
@Unique('uq_decisions_assignment', ['assignmentId'])
@Unique('uq_decisions_claim_id', ['workspaceId', 'claimId', 'id'])
@Unique('uq_decisions_round_member', ['roundId', 'memberId'])
@ForeignKey(() => Round, ['workspaceId', 'roundId'], ['workspaceId', 'id'], { name: 'fk_decisions_round' })
@ForeignKey(() => Slot, ['workspaceId', 'slotId'], ['workspaceId', 'id'], { name: 'fk_decisions_slot' })
@ForeignKey(() => Assignment, ['workspaceId', 'assignmentId'], ['workspaceId', 'id'], {
  name: 'fk_decisions_assignment',
})
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_decisions_claim' })
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'fk_decisions_member' })
@Check('ck_decisions_confidence', `confidence in (${inSql(CONFIDENCES)})`)
export class Decision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_decisions' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  slotId: string;

  @Column('uuid')
  assignmentId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  rating: string;

  @Column('text')
  confidence: Confidence;

  @Column('text')
  rationale: string;

  @Column('text', { nullable: true })
  overrideReason: string | null;

  /** What the record said then; null for what was decided before that was kept. */
  @Column('text', { nullable: true })
  corroboration: CorroborationStatus | null;

  @Column('integer', { nullable: true })
  claimVersion: number | null;

  @Column({ type: 'timestamptz', precision: 3 })
  decidedAt: Date;
}

/** A statement or an item of evidence that a decision rests on; of the same claim, and the database knows it. */
@Entity('decision_citations')
@ForeignKey(() => Decision, ['workspaceId', 'claimId', 'decisionId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_decision_citations_decision',
})
@ForeignKey(() => Statement, ['workspaceId', 'claimId', 'statementId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_decision_citations_statement',
})
@ForeignKey(() => Evidence, ['workspaceId', 'claimId', 'evidenceId'], ['workspaceId', 'claimId', 'id'], {
  name: 'fk_decision_citations_evidence',
})
@Check('ck_decision_citations_one', '(statement_id is null) <> (evidence_id is null)')
@Index('ix_decision_citations_decision', ['workspaceId', 'decisionId'])
export class DecisionCitation {
  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  decisionId: string;

  @Column('uuid', { nullable: true })
  statementId: string | null;

  @Column('uuid', { nullable: true })
  evidenceId: string | null;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_decision_citations' })
  id: string;
}
