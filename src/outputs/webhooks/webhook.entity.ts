import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../../access/members/member.entity.js';
import { inSql } from '../../base/database/in-sql.js';
import { Workspace } from '../../record/workspaces/workspace.entity.js';

/** Why a webhook is off: a member switched it off, it failed for days, or its endpoint said that it is gone. */
export const DISABLED_REASONS = ['by_member', 'failing', 'gone'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An address that is told of events. A deleted one is gone for everybody; its rows go in their own time. */
@Entity('webhooks')
@Unique('uq_webhooks_workspace_id', ['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'], { name: 'fk_webhooks_workspace' })
@ForeignKey(() => Member, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'fk_webhooks_created_by',
})
@Check('ck_webhooks_disabled', '(disabled_at is null) = (disabled_reason is null)')
@Check('ck_webhooks_disabled_reason', `disabled_reason in (${inSql(DISABLED_REASONS)})`)
@Index('ix_webhooks_created', ['workspaceId', 'createdAt', 'id'], { where: 'deleted_at is null' })
@Index('ix_webhooks_deleted', ['deletedAt'], { where: 'deleted_at is not null' })
export class Webhook {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhooks' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('text')
  url: string;

  /** Types as in the feed's filter, such as `claim.submitted` or `claim.*`; none: every event. */
  @Column('text', { array: true })
  events: string[];

  @Column('uuid')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;

  /** It is told of what stands after this place in the feed. */
  @Column('bigint')
  deliverAfter: string;

  /** Since when no attempt has succeeded; null after a success. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  failingSince: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  disabledAt: Date | null;

  @Column('text', { nullable: true })
  disabledReason: DisabledReason | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt: Date | null;
}

/** What a webhook's messages are signed with, sealed. */
@Entity('webhook_secrets')
@ForeignKey(() => Webhook, ['workspaceId', 'webhookId'], ['workspaceId', 'id'], {
  name: 'fk_webhook_secrets_webhook',
})
@Index('ix_webhook_secrets_webhook', ['workspaceId', 'webhookId'])
export class WebhookSecret {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_secrets' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  webhookId: string;

  @Column('text')
  sealed: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** When it signs no more; null for the present one. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt: Date | null;
}
