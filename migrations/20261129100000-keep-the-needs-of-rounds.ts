import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a queue asks of its reviewers, as rows that are never changed: a round keeps the row that its queue asked by when
 * it was opened. Waiting slots are found by that row, as they were by their queue.
 */
export class KeepTheNeedsOfRounds20261129100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table queue_needs (
        id uuid constraint pk_queue_needs primary key,
        workspace_id uuid not null,
        queue_id uuid not null,
        languages text[] not null,
        skills text[] not null,
        constraint uq_queue_needs_id unique (workspace_id, queue_id, id),
        constraint uq_queue_needs unique (workspace_id, queue_id, languages, skills),
        constraint fk_queue_needs_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id)
      );
      insert into queue_needs (id, workspace_id, queue_id, languages, skills)
        select gen_random_uuid(), workspace_id, id, languages, skills from queues;
      alter table queues add constraint fk_queues_needs foreign key (workspace_id, id, languages, skills)
        references queue_needs (workspace_id, queue_id, languages, skills) deferrable initially deferred;

      alter table rounds add column needs_id uuid;
      alter table slots add column needs_id uuid;
      update rounds r set needs_id = n.id from queue_needs n where n.queue_id = r.queue_id;
      update slots s set needs_id = n.id from queue_needs n where n.queue_id = s.queue_id;
      alter table rounds alter column needs_id set not null,
        add constraint fk_rounds_needs foreign key (workspace_id, queue_id, needs_id)
          references queue_needs (workspace_id, queue_id, id);
      alter table slots alter column needs_id set not null,
        add constraint fk_slots_needs foreign key (workspace_id, queue_id, needs_id)
          references queue_needs (workspace_id, queue_id, id);

      drop index ix_slots_waiting;
      create index ix_slots_waiting on slots (workspace_id, needs_id, mode, rank, id) where state = 'waiting';
      drop index ix_slots_not_for;
      create index ix_slots_not_for on slots (workspace_id, needs_id, mode, authors, finished, returned, rank, id)
        where state = 'waiting';
      drop index ix_rounds_stalled;
      create index ix_rounds_stalled on rounds (needs_id) where stalled_at is not null and state = 'open';

      drop table stall_searches;
      create table stall_searches (
        needs_id uuid constraint pk_stall_searches primary key,
        queue_id uuid not null,
        workspace_id uuid not null,
        reviewers_digest bytea not null,
        searched_at timestamptz(3) not null,
        constraint fk_stall_searches_needs foreign key (workspace_id, queue_id, needs_id)
          references queue_needs (workspace_id, queue_id, id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table stall_searches;
      create table stall_searches (
        queue_id uuid constraint pk_stall_searches primary key,
        workspace_id uuid not null,
        reviewers_digest bytea not null,
        searched_at timestamptz(3) not null,
        constraint fk_stall_searches_queue foreign key (workspace_id, queue_id)
          references queues (workspace_id, id)
      );
      drop index ix_rounds_stalled;
      create index ix_rounds_stalled on rounds (queue_id) where stalled_at is not null and state = 'open';
      alter table rounds drop column needs_id;
      alter table slots drop column needs_id;
      create index ix_slots_waiting on slots (workspace_id, queue_id, mode, rank, id) where state = 'waiting';
      create index ix_slots_not_for on slots (workspace_id, queue_id, mode, authors, finished, returned, rank, id)
        where state = 'waiting';
      alter table queues drop constraint fk_queues_needs;
      drop table queue_needs;
    `);
  }
}
