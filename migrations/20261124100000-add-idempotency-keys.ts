import type { MigrationInterface, QueryRunner } from 'typeorm';

/** First answers to requests that carried an Idempotency-Key, so that the same request again is answered, not done again. */
export class AddIdempotencyKeys20261124100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table idempotency_keys (
        workspace_id uuid not null,
        member_id uuid not null,
        route text not null,
        key text not null,
        -- SHA-256 of the address and the canonical body: the same key with another request is refused.
        request_digest bytea not null constraint ck_idempotency_keys_digest check (length(request_digest) = 32),
        status smallint not null constraint ck_idempotency_keys_status check (status between 200 and 299),
        headers jsonb not null,
        body text,
        created_at timestamptz(3) not null default now(),
        constraint pk_idempotency_keys primary key (member_id, route, key),
        constraint fk_idempotency_keys_member foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index ix_idempotency_keys_created on idempotency_keys (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table idempotency_keys');
  }
}
