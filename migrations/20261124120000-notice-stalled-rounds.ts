import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the editors were told that nobody may take a round's slot, whom a queue was last searched with, and how long an offer stands. */
export class NoticeStalledRounds20261124120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rounds add column stalled_at timestamptz(3);
      create index ix_rounds_stalled on rounds (queue_id) where stalled_at is not null and state = 'open';

      -- A search through all waiting slots is needed again only when other members, or another rule, come into question.
      create table stall_searches (
        queue_id uuid constraint pk_stall_searches primary key,
        workspace_id uuid not null,
        reviewers_digest bytea not null,
        searched_at timestamptz(3) not null,
        constraint fk_stall_searches_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id)
      );

      alter table queues add column offer_seconds integer not null default 600
        constraint ck_queues_offer check (offer_seconds between 30 and 86400);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table queues drop column offer_seconds;
      drop table stall_searches;
      drop index ix_rounds_stalled;
      alter table rounds drop column stalled_at;
    `);
  }
}
