import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { inSql } from '../../base/database/in-sql.js';
import { Event } from '../../record/events/event.entity.js';
import { Webhook } from './webhook.entity.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event for one webhook. Its id is the `webhook-id` of every attempt. */
@Entity('webhook_deliveries')
@Unique('uq_webhook_deliveries_workspace_id', ['workspaceId', 'id'])
@Unique('uq_webhook_deliveries_event', ['webhookId', 'eventId'])
@ForeignKey(() => Webhook, ['workspaceId', 'webhookId'], ['workspaceId', 'id'], {
  name: 'fk_webhook_deliveries_webhook',
})
@ForeignKey(() => Event, ['workspaceId', 'eventId'], ['workspaceId', 'id'], {
  name: 'fk_webhook_deliveries_event',
})
@Check('ck_webhook_deliveries_state', `state in (${inSql(DELIVERY_STATES)})`)
@Check('ck_webhook_deliveries_next', `(state = 'pending') = (next_attempt_at is not null)`)
@Check('ck_webhook_deliveries_finished', `(state = 'pending') = (finished_at is null)`)
@Check('ck_webhook_deliveries_leased', `leased_until is null or state = 'pending'`)
@Index('ix_webhook_deliveries_due', ['webhookId', 'nextAttemptAt', 'position'], {
  where: `state = 'pending'`,
})
@Index('ix_webhook_deliveries_leased', ['webhookId', 'leasedUntil'], { where: 'leased_until is not null' })
@Index('ix_webhook_deliveries_created', ['webhookId', 'createdAt', 'id'])
@Index('ix_webhook_deliveries_dead', ['webhookId', 'createdAt', 'id'], { where: `state = 'dead'` })
@Index('ix_webhook_deliveries_finished', ['finishedAt'], { where: 'finished_at is not null' })
export class WebhookDelivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_deliveries' })
  id: string;

  @Column('uuid')
  workspaceId: string;

  @Column('uuid')
  webhookId: string;

  @Column('uuid')
  eventId: string;

  @Column('bigint')
  position: string;

  @Column('text')
  state: DeliveryState;

  /** All of them, also those before it was sent again by hand. The newest number is also the token of its lease. */
  @Column('integer', { default: 0 })
  attempts: number;

  /** Of the present series; from them the wait for the next one is reckoned. */
  @Column('integer', { default: 0 })
  tries: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  tryingSince: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  nextAttemptAt: Date | null;

  /** Until then one process alone is at it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leasedUntil: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt: Date | null;
}

/** One request that was made for a delivery, or could not be made, and what came back. */
@Entity('webhook_attempts')
@ForeignKey(() => WebhookDelivery, ['workspaceId', 'deliveryId'], ['workspaceId', 'id'], {
  name: 'fk_webhook_attempts_delivery',
  onDelete: 'CASCADE',
})
@Check('ck_webhook_attempts_answer', '(status is null) = (error is not null)')
export class WebhookAttempt {
  @Column('uuid')
  workspaceId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_attempts' })
  deliveryId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_webhook_attempts' })
  number: number;

  @Column({ type: 'timestamptz', precision: 3 })
  beganAt: Date;

  @Column('integer')
  durationMs: number;

  @Column('text')
  url: string;

  @Column('jsonb')
  requestHeaders: Record<string, string>;

  @Column('smallint', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  answerHeaders: Record<string, string | string[]> | null;

  @Column('text', { nullable: true })
  answerBody: string | null;

  @Column('boolean')
  answerCut: boolean;

  @Column('text', { nullable: true })
  error: string | null;
}
