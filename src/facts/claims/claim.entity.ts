import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';
import { CORROBORATION_STATUSES, type CorroborationStatus } from '../corroboration/status.js';
import { Source } from '../sources/source.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { CLAIM_STATES, type ClaimState, CLOSED_REASONS, type ClosedReason } from './claim.states.js';

export interface Appearance {
  url: string;
  publishedAt: string | null;
}

/** What the reviews floor settled, kept with the claim so that a list needs no join. */
export interface Verdict {
  rating: string;
  polarity: 'supports' | 'refutes' | 'neither';
  confidence: 'low' | 'moderate' | 'high';
  rationale: string;
  citedStatements: string[];
  citedEvidence: string[];
  overrideReason: string | null;
  /** What the record said when the verdict was given; beside an overrideReason both are shown. */
  corroboration: CorroborationStatus;
  /** True when someone reviewed a claim they had entered, which the policy allowed. */
  selfReviewed: boolean;
  round: number;
  decidedAt: string;
  /** The version that the verdict made of the claim: what has a later one came after it. */
  claimVersion: number;
}

/** One checkable sentence. Status, corroboration and verdict are three separate things. */
@Entity('claims')
@Unique('uq_claims_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_claims_workspace' })
@ForeignKey(() => Source, ['workspaceId', 'claimantId'], ['workspaceId', 'id'], {
  name: 'fk_claims_claimant',
})
@ForeignKey(() => Claim, ['workspaceId', 'duplicateOfId'], ['workspaceId', 'id'], {
  name: 'fk_claims_duplicate_of',
})
@ForeignKey(() => Member, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'fk_claims_created_by',
})
@Check('ck_claims_status', `status in (${inSql(CLAIM_STATES)})`)
@Check('ck_claims_corroboration', `corroboration in (${inSql(CORROBORATION_STATUSES)})`)
@Check('ck_claims_priority', 'priority between 0 and 9')
@Check(
  'ck_claims_hold',
  `(status = 'on_hold') = (held_from is not null) and (hold_until is null or status = 'on_hold')`,
)
@Check(
  'ck_claims_closed',
  `(status = 'closed') = (closed_reason is not null)
    and (closed_reason is null or closed_reason in (${inSql(CLOSED_REASONS)}))
    and (coalesce(closed_reason, '') = 'duplicate') = (duplicate_of_id is not null)`,
)
@Check('ck_claims_duplicate_of_another', 'duplicate_of_id <> id')
@Check(
  'ck_claims_queued',
  `status not in ('queued', 'in_review', 'adjudication') or (queue_id is not null and rank is not null)`,
)
@Check('ck_claims_verdict', '(rating is null) = (verdict is null)')
@Check(
  'ck_claims_quantity',
  '(quantity_unit is null) = (quantity_min is null and quantity_max is null) and quantity_min <= quantity_max',
)
@Index('uq_claims_external_id', ['workspaceId', 'externalId'], {
  unique: true,
  where: 'external_id is not null',
})
@Index('ix_claims_created', ['workspaceId', 'createdAt', 'id'])
@Index('ix_claims_updated', ['workspaceId', 'updatedAt', 'id'])
@Index('ix_claims_rank', ['workspaceId', 'rank', 'id'])
@Index('ix_claims_status', ['workspaceId', 'status', 'createdAt', 'id'])
@Index('ix_claims_status_updated', ['workspaceId', 'status', 'updatedAt', 'id'])
@Index('ix_claims_status_rank', ['workspaceId', 'status', 'rank', 'id'])
@Index('ix_claims_due', { synchronize: false })
@Index('ix_claims_status_due', { synchronize: false })
@Index('ix_claims_corroboration', ['workspaceId', 'corroboration', 'createdAt', 'id'])
@Index('ix_claims_rating', ['workspaceId', 'rating', 'createdAt', 'id'], { where: 'rating is not null' })
@Index('ix_claims_queue', ['workspaceId', 'queueId', 'rank', 'id'], { where: 'queue_id is not null' })
@Index('ix_claims_queue_created', ['workspaceId', 'queueId', 'createdAt', 'id'], {
  where: 'queue_id is not null',
})
@Index('ix_claims_verdict_at', ['workspaceId', 'verdictAt'], { where: `status in ('decided', 'published')` })
@Index('ix_claims_duplicate_of', ['workspaceId', 'duplicateOfId'], { where: 'duplicate_of_id is not null' })
@Index('ix_claims_language', { synchronize: false })
@Index('ix_claims_topics', { synchronize: false })
@Index('ix_claims_search', { synchronize: false })
@Index('ix_claims_held', ['holdUntil'], { where: 'hold_until is not null' })
export class Claim {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claims' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('text')
  text: string;

  @Column('text')
  language: string;

  @Column('text', { array: true, default: '{}' })
  topics: string[];

  @Column('text', { array: true, default: '{}' })
  topicKeys: string[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  eventTime: Date | null;

  @Column('boolean', { default: false })
  eventTimeIsDay: boolean;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('jsonb', { default: '[]' })
  appearances: Appearance[];

  @Column('uuid', { nullable: true })
  claimantId: string | null;

  @Column('boolean', { default: false })
  claimantGiven: boolean;

  @Column('double precision', { nullable: true })
  quantityMin: number | null;

  @Column('double precision', { nullable: true })
  quantityMax: number | null;

  @Column('text', { nullable: true })
  quantityUnit: string | null;

  @Column('smallint', { default: 4 })
  priority: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueAt: Date | null;

  @Column('text', { default: 'triage' })
  status: ClaimState;

  @Column('text', { nullable: true })
  heldFrom: ClaimState | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  holdUntil: Date | null;

  @Column('text', { nullable: true })
  closedReason: ClosedReason | null;

  @Column('uuid', { nullable: true })
  duplicateOfId: string | null;

  @Column('text', { default: 'unsourced' })
  corroboration: CorroborationStatus;

  @Column('integer', { default: 0 })
  support: number;

  @Column('integer', { default: 0 })
  oppose: number;

  @Column('integer', { default: 0 })
  divided: number;

  @Column({ type: 'timestamptz', precision: 3 })
  corroborationAsOf: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastRecordedAt: Date;

  @Column('text', { nullable: true })
  rating: string | null;

  @Column('jsonb', { nullable: true })
  verdict: Verdict | null;

  /** When the verdict was given. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  verdictAt: Date | null;

  @Column('uuid', { nullable: true })
  queueId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  rank: Date | null;

  /** When the review that runs is due: by `dueAt`, or else by its queue. The database lets it follow `dueAt`. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reviewDueAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;

  @Column('integer', { default: 1 })
  version: number;

  /** The words of the text, which the database keeps; never loaded. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  search?: never;
}
