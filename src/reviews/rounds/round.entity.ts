import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Claim, type Verdict } from '../../facts/claims/claim.entity.js';
import { type Agreement, type Mode, MODES, QueueNeeds, ReviewQueue } from '../queues/queue.entity.js';
import { RatingScale } from '../ratings/rating.entity.js';

export const ROUND_STATES = ['open', 'disagreed', 'settled', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const SLOT_STATES = ['waiting', 'offered', 'taken', 'done', 'cancelled'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** One review of a claim. It keeps what its queue asked when it was opened. */
@Entity('rounds')
@Unique('uq_rounds_workspace_id', ['workspaceId', 'id'])
@Unique('uq_rounds_number', ['claimId', 'number'])
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_rounds_claim' })
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], { name: 'fk_rounds_queue' })
@ForeignKey(() => ReviewQueue, ['workspaceId', 'escalateTo'], ['workspaceId', 'id'], {
  name: 'fk_rounds_escalate_to',
})
@ForeignKey(() => ReviewQueue, ['workspaceId', 'escalatedFrom'], ['workspaceId', 'id'], {
  name: 'fk_rounds_escalated_from',
})
@ForeignKey(() => QueueNeeds, ['workspaceId', 'queueId', 'needsId'], ['workspaceId', 'queueId', 'id'], {
  name: 'fk_rounds_needs',
})
@ForeignKey(() => RatingScale, ['workspaceId', 'scaleId'], ['workspaceId', 'id'], { name: 'fk_rounds_scale' })
@Check('ck_rounds_state', `state in (${inSql(ROUND_STATES)})`)
@Check('ck_rounds_closed', `(state in ('open', 'disagreed')) = (closed_at is null)`)
@Check('ck_rounds_verdict', `verdict is null or state = 'settled'`)
@Check('ck_rounds_notice', '(due_at is null) = (notice_at is null)')
@Check('ck_rounds_escalated', '(escalated_from is null) = (escalated_at is null)')
@Index('uq_rounds_live', ['claimId'], { unique: true, where: `state in ('open', 'disagreed')` })
@Index('ix_rounds_stalled', ['needsId'], { where: `stalled_at is not null and state = 'open'` })
@Index('ix_rounds_look_again', ['workspaceId', 'id'], { where: `look_again and state = 'open'` })
@Index('ix_rounds_open', ['workspaceId', 'queueId', 'openedAt'], { where: `state = 'open'` })
@Index('ix_rounds_due', ['workspaceId', 'dueAt', 'queueId'], { where: `state in ('open', 'disagreed')` })
@Index('ix_rounds_due_soon', ['noticeAt', 'id'], {
  where: `state in ('open', 'disagreed') and due_at is distinct from due_soon_told`,
})
@Index('ix_rounds_overdue', ['dueAt', 'id'], {
  where: `state in ('open', 'disagreed') and due_at is distinct from overdue_told`,
})
@Index('ix_rounds_settled_by_several', ['workspaceId', 'closedAt'], {
  where: `state = 'settled' and reviews > 1`,
})
export class Round {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rounds' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  queueId: string;

  /** The languages and skills that its queue asked for when it came there. */
  @Column('uuid')
  needsId: string;

  @Column('integer')
  number: number;

  @Column('text', { default: 'open' })
  state: RoundState;

  @Column('smallint')
  reviews: number;

  @Column('boolean')
  blind: boolean;

  @Column('text')
  agreement: Agreement;

  @Column('integer')
  leaseSeconds: number;

  @Column('text')
  mode: Mode;

  @Column('uuid')
  scaleId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  rank: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueAt: Date | null;

  /** From when it is due soon. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  noticeAt: Date | null;

  @Column('integer', { nullable: true })
  dueHours: number | null;

  @Column('integer', { default: 4 })
  dueNoticeHours: number;

  /** The due time of which it was told that it comes near; another one is told of again. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueSoonTold: Date | null;

  /** The due time of which it was told that it has passed. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  overdueTold: Date | null;

  /** Where it goes when its due time passes. */
  @Column('uuid', { nullable: true })
  escalateTo: string | null;

  /** The queue it was in before its due time passed. */
  @Column('uuid', { nullable: true })
  escalatedFrom: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  escalatedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  openedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt: Date | null;

  /** How it was settled; the claim keeps that of its last round alone. */
  @Column('jsonb', { nullable: true })
  verdict: Verdict | null;

  /** When the editors were told that a slot of it waits for nobody; null while somebody may take it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  stalledAt: Date | null;

  /** Whether a statement of its claim was recorded since it was last looked at who is left for it. */
  @Column('boolean', { default: false })
  lookAgain: boolean;
}

/** So many members at most are noted in a slot's row: they are part of the key of an index, which must stay small. */
export const NOTED_AT_MOST = 12;

/** One needed decision of a round. What taking must know stands in its row, so that the take reads one index. */
@Entity('slots')
@Unique('uq_slots_workspace_id', ['workspaceId', 'id'])
@Unique('uq_slots_number', ['roundId', 'number'])
@ForeignKey(() => Round, ['workspaceId', 'roundId'], ['workspaceId', 'id'], { name: 'fk_slots_round' })
@ForeignKey(() => Claim, ['workspaceId', 'claimId'], ['workspaceId', 'id'], { name: 'fk_slots_claim' })
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], { name: 'fk_slots_queue' })
@ForeignKey(() => QueueNeeds, ['workspaceId', 'queueId', 'needsId'], ['workspaceId', 'queueId', 'id'], {
  name: 'fk_slots_needs',
})
@ForeignKey(() => Member, ['workspaceId', 'enteredBy'], ['workspaceId', 'id'], {
  name: 'fk_slots_entered_by',
})
@Check('ck_slots_mode', `mode in (${inSql(MODES)})`)
@Check('ck_slots_state', `state in (${inSql(SLOT_STATES)})`)
@Index('ix_slots_waiting', ['workspaceId', 'needsId', 'mode', 'rank', 'id'], { where: `state = 'waiting'` })
@Check(
  'ck_slots_not_for',
  `greatest(cardinality(authors), cardinality(finished), cardinality(returned)) <= ${NOTED_AT_MOST}`,
)
@Index(
  'ix_slots_not_for',
  ['workspaceId', 'needsId', 'mode', 'authors', 'finished', 'returned', 'rank', 'id'],
  { where: `state = 'waiting'` },
)
@Index('ix_slots_to_offer', ['rank', 'id'], { where: `state = 'waiting' and mode = 'push'` })
@Index('ix_slots_round', ['roundId'])
export class Slot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_slots' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  claimId: string;

  @Column('uuid')
  queueId: string;

  @Column('uuid')
  needsId: string;

  @Column('smallint')
  number: number;

  @Column('text', { default: 'waiting' })
  state: SlotState;

  @Column('text')
  mode: Mode;

  @Column({ type: 'timestamptz', precision: 3 })
  rank: Date;

  @Column('uuid')
  enteredBy: string;

  /*
   * Whom the slot is not for, each a set of members in their order. What stands here is true and need not be all: the
   * taking statement looks up the rest.
   */

  /** Who entered the claim or recorded a statement of it. */
  @Column('uuid', { array: true, default: '{}' })
  authors: string[];

  /** Who has decided in the round or declined the claim: they never have it again. */
  @Column('uuid', { array: true, default: '{}' })
  finished: string[];

  /** Who had a slot of the round and gave it back, lost it or let it run out: they have it only when nothing else waits. */
  @Column('uuid', { array: true, default: '{}' })
  returned: string[];

  /** The fencing token: counts up with each lease, whoever gets it. */
  @Column('integer', { default: 0 })
  token: number;
}
