import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim } from '../../facts/claims/claim.entity.js';
import { ReviewQueue } from '../queues/queue.entity.js';
import { Round, Slot } from './round.entity.js';

export const ASSIGNMENT_STATES = [
  'offered',
  'leased',
  'held',
  'submitted',
  'released',
  'declined',
  'expired',
  'handed_over',
  'broken',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];
export const DECLINE_REASONS = [
  'conflict_of_interest',
  'language',
  'not_competent',
  'wellbeing',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const LEDGER_ENTRIES = ['renewed', ...ASSIGNMENT_STATES] as const;
export type LedgerEntryKind = (typeof LEDGER_ENTRIES)[number];

/** One member's turn at a slot. Its lease is present while `expiresAt` lies ahead, for whoever reads or writes. */
@Entity('assignments')
@Unique('uq_assignments_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Slot, ['workspaceId', 'slotId'], ['workspaceId', 'id'], { name: 'fk_assignments_slot' })
@ForeignKey(() => Round, ['workspaceId', 'roundId'], ['workspaceId', 'id'], { name: 'fk_assignments_round' })
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_assignments_claim' })
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], {
  name: 'fk_assignments_queue',
})
@ForeignKey(() => Member, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'fk_assignments_member',
})
@Check('ck_assignments_state', `state in (${inSql(ASSIGNMENT_STATES)})`)
@Check('ck_assignments_token', `(state = 'offered') <= (token is null)`)
@Check('ck_assignments_ended', `(state in ('offered', 'leased', 'held')) = (ended_at is null)`)
@Check('ck_assignments_declined', `(state = 'declined') = (decline_reason is not null)`)
@Index('uq_assignments_live_slot', ['slotId'], {
  unique: true,
  where: `state in ('offered', 'leased', 'held')`,
})
@Index('uq_assignments_round_member', ['roundId', 'memberId'], {
  unique: true,
  where: `state in ('offered', 'leased', 'held', 'submitted')`,
})
@Index('uq_assignments_token', ['slotId', 'token'], { unique: true, where: 'token is not null' })
@Index('ix_assignments_expiring', ['expiresAt'], { where: `state in ('offered', 'leased', 'held')` })
@Index('ix_assignments_claim_member', ['claimId', 'memberId'])
@Index('ix_assignments_member', ['workspaceId', 'memberId', 'openedAt', 'id'])
@Index('ix_assignments_live_member', ['workspaceId', 'memberId'], {
  where: `state in ('offered', 'leased', 'held')`,
})
@Index('ix_assignments_opened', ['workspaceId', 'openedAt', 'id'])
export class Assignment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assignments' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  slotId: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  queueId: string;

  @Column('uuid')
  memberId: string;

  @Column('text')
  state: AssignmentState;

  /** Null while it is only offered. */
  @Column('integer', { nullable: true })
  token: number | null;

  @Column({ type: 'timestamptz', precision: 3 })
  openedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  heldUntil: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  declineReason: DeclineReason | null;

  @Column('text', { nullable: true })
  declineNote: string | null;
}

/** Everything that happened to assignments, in order; never changed. Waiting and working times come from it. */
@Entity('assignment_ledger')
@ForeignKey(() => Assignment, ['workspaceId', 'assignmentId'], ['workspaceId', 'id'], {
  name: 'fk_assignment_ledger_assignment',
})
@ForeignKey(() => Member, ['workspaceId', 'byMember'], ['workspaceId', 'id'], {
  name: 'fk_assignment_ledger_by_member',
})
@Check('ck_assignment_ledger_entry', `entry in (${inSql(LEDGER_ENTRIES)})`)
@Index('ix_assignment_ledger_assignment', ['workspaceId', 'assignmentId', 'id'])
@Index('ix_assignment_ledger_at', ['workspaceId', 'entry', 'at', 'assignmentId'], {
  where: `entry <> 'renewed'`,
})
@Index('ix_assignment_ledger_leased', ['assignmentId', 'at'], { where: `entry = 'leased'` })
export class LedgerEntry {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_assignment_ledger',
  })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  assignmentId: string;

  @Column('text')
  entry: LedgerEntryKind;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('uuid', { nullable: true })
  byMember: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column('text', { nullable: true })
  note: string | null;
}
