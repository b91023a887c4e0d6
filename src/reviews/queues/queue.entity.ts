import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

export const AGREEMENTS = ['unanimous', 'within_one', 'majority'] as const;
export type Agreement = (typeof AGREEMENTS)[number];
export const MODES = ['pull', 'push'] as const;
export type Mode = (typeof MODES)[number];

/** A queue, and what it asks. Rounds keep what it asked when they were opened. */
@Entity('queues')
@Unique('uq_queues_workspace_id', ['workspaceId', 'id'])
@Unique('uq_queues_name', ['workspaceId', 'nameKey'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_queues_workspace' })
@ForeignKey(() => ReviewQueue, ['workspaceId', 'escalateTo'], ['workspaceId', 'id'], {
  name: 'fk_queues_escalate_to',
})
@ForeignKey(
  () => QueueNeeds,
  ['workspaceId', 'id', 'languages', 'skills'],
  ['workspaceId', 'queueId', 'languages', 'skills'],
  { name: 'fk_queues_needs', deferrable: 'INITIALLY DEFERRED' },
)
@Check('ck_queues_escalate_to_another', 'escalate_to <> id')
@Check('ck_queues_reviews', 'reviews between 1 and 5')
@Check('ck_queues_agreement', `agreement in (${inSql(AGREEMENTS)})`)
@Check('ck_queues_mode', `mode in (${inSql(MODES)})`)
@Check('ck_queues_lease', 'lease_seconds between 30 and 86400')
@Check('ck_queues_offer', 'offer_seconds between 30 and 86400')
@Index('uq_queues_default', ['workspaceId'], { unique: true, where: 'is_default' })
@Index('ix_queues_created', ['workspaceId', 'createdAt', 'id'])
export class ReviewQueue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_queues' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  name: string;

  @Column('text')
  nameKey: string;

  @Column('boolean', { default: false })
  isDefault: boolean;

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

  @Column('integer', { default: 600 })
  offerSeconds: number;

  @Column('text', { array: true, default: '{}' })
  languages: string[];

  @Column('text', { array: true, default: '{}' })
  skills: string[];

  @Column('integer', { nullable: true })
  maxLeases: number | null;

  @Column('integer', { nullable: true })
  dueHours: number | null;

  @Column('integer')
  priorityStepMinutes: number;

  @Column('integer')
  dueNoticeHours: number;

  @Column('uuid', { nullable: true })
  escalateTo: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}

/** What a queue asks of its reviewers, or asked: another wish is another row, and rounds keep the row they began with. */
@Entity('queue_needs')
@Unique('uq_queue_needs_id', ['workspaceId', 'queueId', 'id'])
@Unique('uq_queue_needs', ['workspaceId', 'queueId', 'languages', 'skills'])
@ForeignKey(() => ReviewQueue, ['workspaceId', 'queueId'], ['workspaceId', 'id'], {
  name: 'fk_queue_needs_queue',
})
export class QueueNeeds {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_queue_needs' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  queueId: string;

  @Column('text', { array: true })
  languages: string[];

  @Column('text', { array: true })
  skills: string[];
}
