import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of events by request, what each was told, and every attempt at that. */
export class CreateWebhooks20261127150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table webhooks (
        id uuid constraint pk_webhooks primary key,
        workspace_id uuid not null,
        url text not null,
        events text[] not null,
        created_by uuid not null,
        created_at timestamptz(3) not null default now(),
        version integer not null default 1,
        deliver_after bigint not null,
        failing_since timestamptz(3),
        disabled_at timestamptz(3),
        disabled_reason text,
        deleted_at timestamptz(3),
        constraint uq_webhooks_workspace_id unique (workspace_id, id),
        constraint fk_webhooks_workspace foreign key (workspace_id) references workspaces (id),
        constraint fk_webhooks_created_by foreign key (workspace_id, created_by) references members (workspace_id, id),
        constraint ck_webhooks_disabled check ((disabled_at is null) = (disabled_reason is null)),
        constraint ck_webhooks_disabled_reason check (disabled_reason in ('by_member', 'failing', 'gone'))
      );
      create index ix_webhooks_created on webhooks (workspace_id, created_at, id) where deleted_at is null;
      create index ix_webhooks_deleted on webhooks (deleted_at) where deleted_at is not null;

      -- Several while one replaces another: each has its own end.
      create table webhook_secrets (
        id uuid constraint pk_webhook_secrets primary key,
        workspace_id uuid not null,
        webhook_id uuid not null,
        sealed text not null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3),
        constraint fk_webhook_secrets_webhook foreign key (workspace_id, webhook_id) references webhooks (workspace_id, id)
      );
      create index ix_webhook_secrets_webhook on webhook_secrets (workspace_id, webhook_id);

      -- One event for one webhook. What is sent is read from the event each time, so an erased person is in no copy here.
      create table webhook_deliveries (
        id uuid constraint pk_webhook_deliveries primary key,
        workspace_id uuid not null,
        webhook_id uuid not null,
        event_id uuid not null,
        position bigint not null,
        state text not null,
        attempts integer not null default 0,
        tries integer not null default 0,
        trying_since timestamptz(3),
        next_attempt_at timestamptz(3),
        leased_until timestamptz(3),
        created_at timestamptz(3) not null default now(),
        finished_at timestamptz(3),
        constraint uq_webhook_deliveries_workspace_id unique (workspace_id, id),
        constraint uq_webhook_deliveries_event unique (webhook_id, event_id),
        constraint fk_webhook_deliveries_webhook foreign key (workspace_id, webhook_id) references webhooks (workspace_id, id),
        constraint fk_webhook_deliveries_event foreign key (workspace_id, event_id) references events (workspace_id, id),
        constraint ck_webhook_deliveries_state check (state in ('pending', 'delivered', 'dead')),
        constraint ck_webhook_deliveries_next check ((state = 'pending') = (next_attempt_at is not null)),
        constraint ck_webhook_deliveries_finished check ((state = 'pending') = (finished_at is null)),
        constraint ck_webhook_deliveries_leased check (leased_until is null or state = 'pending')
      );
      create index ix_webhook_deliveries_due on webhook_deliveries (webhook_id, next_attempt_at, position) where state = 'pending';
      create index ix_webhook_deliveries_leased on webhook_deliveries (webhook_id, leased_until) where leased_until is not null;
      create index ix_webhook_deliveries_created on webhook_deliveries (webhook_id, created_at, id);
      create index ix_webhook_deliveries_dead on webhook_deliveries (webhook_id, created_at, id) where state = 'dead';
      create index ix_webhook_deliveries_finished on webhook_deliveries (finished_at) where finished_at is not null;

      create table webhook_attempts (
        workspace_id uuid not null,
        delivery_id uuid not null,
        number integer not null,
        began_at timestamptz(3) not null,
        duration_ms integer not null,
        url text not null,
        request_headers jsonb not null,
        status smallint,
        answer_headers jsonb,
        answer_body text,
        answer_cut boolean not null,
        error text,
        constraint pk_webhook_attempts primary key (delivery_id, number),
        constraint fk_webhook_attempts_delivery foreign key (workspace_id, delivery_id)
          references webhook_deliveries (workspace_id, id) on delete cascade,
        constraint ck_webhook_attempts_answer check ((status is null) = (error is not null))
      );

      -- From where the feed is now: there was nobody to be told of what came before.
      insert into feed_readers (name, position) select 'webhooks', coalesce(max(position), 0) from feed;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table webhook_attempts, webhook_deliveries, webhook_secrets, webhooks;
      delete from feed_readers where name = 'webhooks';
    `);
  }
}
