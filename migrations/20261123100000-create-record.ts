import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The books of a workspace: workspaces, their policy, events with their chains, and the feed. */
export class CreateRecord20261123100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table workspaces (
        id uuid constraint pk_workspaces primary key,
        slug text not null constraint uq_workspaces_slug unique,
        name text not null,
        created_at timestamptz(3) not null default now(),
        constraint ck_workspaces_slug check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$')
      );

      -- A version per change: what was in force at any past moment stays readable.
      create table policy_versions (
        workspace_id uuid not null constraint fk_policy_versions_workspace references workspaces (id),
        version integer not null,
        valid_from timestamptz(3) not null,
        corroboration_threshold integer not null,
        allow_self_review boolean not null,
        publisher_may_be_reviewer boolean not null,
        re_review_after_days integer,
        constraint pk_policy_versions primary key (workspace_id, version),
        constraint ck_policy_versions_threshold check (corroboration_threshold >= 1),
        constraint ck_policy_versions_re_review check (re_review_after_days >= 1)
      );
      create index ix_policy_versions_valid_from on policy_versions (workspace_id, valid_from);

      -- The head of each chain. Its row lock is what keeps two writers from continuing one chain twice.
      create table chains (
        workspace_id uuid not null constraint fk_chains_workspace references workspaces (id),
        id uuid not null,
        length bigint not null,
        head bytea not null,
        constraint pk_chains primary key (workspace_id, id)
      );

      create table events (
        id uuid constraint pk_events primary key,
        workspace_id uuid not null constraint fk_events_workspace references workspaces (id),
        type text not null,
        at timestamptz(3) not null,
        actor_type text not null,
        actor_id uuid,
        subject_type text not null,
        subject_id uuid not null,
        claim_id uuid,
        chain_id uuid not null,
        chain_number bigint not null,
        content_digest bytea not null,
        digest bytea not null,
        constraint uq_events_workspace_id unique (workspace_id, id),
        constraint uq_events_chain_number unique (workspace_id, chain_id, chain_number),
        constraint ck_events_actor check (actor_type in ('member', 'system') and (actor_type = 'member') = (actor_id is not null)),
        constraint ck_events_chain check (chain_id = coalesce(claim_id, subject_id)),
        constraint ck_events_digests check (length(content_digest) = 32 and length(digest) = 32)
      );

      -- Content and salt stand apart so that erasing a person can delete them while the digests stay.
      create table event_contents (
        workspace_id uuid not null,
        event_id uuid not null,
        salt bytea not null,
        data jsonb not null,
        reason text,
        constraint pk_event_contents primary key (event_id),
        constraint fk_event_contents_event foreign key (workspace_id, event_id) references events (workspace_id, id)
      );

      -- Events that have been committed and not yet been given their place in the feed.
      create table unplaced_events (
        id bigint generated always as identity constraint pk_unplaced_events primary key,
        workspace_id uuid not null,
        event_id uuid not null,
        type text not null,
        constraint fk_unplaced_events_event foreign key (workspace_id, event_id) references events (workspace_id, id)
      );

      -- The one order of all committed events. Only the sequencer writes here.
      create table feed (
        position bigint constraint pk_feed primary key,
        workspace_id uuid not null,
        event_id uuid not null constraint uq_feed_event unique,
        type text not null,
        constraint fk_feed_event foreign key (workspace_id, event_id) references events (workspace_id, id)
      );
      create index ix_feed_workspace_position on feed (workspace_id, position);
      create index ix_feed_workspace_type_position on feed (workspace_id, type, position);

      -- How far each reader of the feed inside the product has come.
      create table feed_readers (
        name text constraint pk_feed_readers primary key,
        position bigint not null
      );

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% on % is refused: the record is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$;

      create function refuse_change_but_erasure() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('second_source.erasure', true) = 'on' then
          return old;
        end if;
        raise exception '% on % is refused: only the erasure of a person may delete content', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$;

      create trigger events_are_append_only before update or delete on events
        for each row execute function refuse_change();
      create trigger events_are_not_truncated before truncate on events
        for each statement execute function refuse_change();
      create trigger event_contents_are_append_only before update or delete on event_contents
        for each row execute function refuse_change_but_erasure();
      create trigger event_contents_are_not_truncated before truncate on event_contents
        for each statement execute function refuse_change();
      create trigger feed_is_append_only before update or delete on feed
        for each row execute function refuse_change();
      create trigger feed_is_not_truncated before truncate on feed
        for each statement execute function refuse_change();
      create trigger policy_versions_are_append_only before update or delete on policy_versions
        for each row execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table feed_readers, feed, unplaced_events, event_contents, events, chains, policy_versions, workspaces;
      drop function refuse_change, refuse_change_but_erasure;
    `);
  }
}
