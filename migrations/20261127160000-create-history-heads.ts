import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is signed of a workspace's record, once a day: how long each chain of events was, and its head then. */
export class CreateHistoryHeads20261127160000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table history_heads (
        workspace_id uuid not null constraint fk_history_heads_workspace references workspaces (id),
        day date not null,
        made_at timestamptz(3) not null,
        chain_count bigint not null,
        event_count bigint not null,
        chains_digest bytea not null,
        feed_length bigint not null,
        feed_position bigint not null,
        feed_digest bytea not null,
        previous bytea,
        digest bytea not null,
        -- Kept beside the signature, so that a head can still be checked when another key is in use.
        public_key bytea,
        signature bytea,
        constraint pk_history_heads primary key (workspace_id, day),
        constraint ck_history_heads_digests check (
          length(chains_digest) = 32 and length(feed_digest) = 32 and length(previous) = 32 and length(digest) = 32),
        constraint ck_history_heads_signed check ((public_key is null) = (signature is null))
      );

      -- A row when a chain had grown since the head before: what the day's head says of it. The whole list that a head
      -- signs is the longest row of each chain up to its day.
      create table history_head_chains (
        workspace_id uuid not null,
        chain_id uuid not null,
        length bigint not null,
        head bytea not null,
        day date not null,
        constraint pk_history_head_chains primary key (workspace_id, chain_id, length),
        constraint fk_history_head_chains_head foreign key (workspace_id, day)
          references history_heads (workspace_id, day) deferrable initially deferred
      );

      create trigger history_heads_are_append_only before update or delete on history_heads
        for each row execute function refuse_change();
      create trigger history_heads_are_not_truncated before truncate on history_heads
        for each statement execute function refuse_change();
      create trigger history_head_chains_are_append_only before update or delete on history_head_chains
        for each row execute function refuse_change();
      create trigger history_head_chains_are_not_truncated before truncate on history_head_chains
        for each statement execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table history_head_chains, history_heads');
  }
}
