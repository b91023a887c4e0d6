import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Human work is rows: queues, ratings, rounds with their slots, assignments with their ledger, decisions. */
export class CreateReviews20261123100300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table queues (
        id uuid constraint pk_queues primary key,
        workspace_id uuid not null constraint fk_queues_workspace references workspaces (id),
        name text not null,
        name_key text not null,
        is_default boolean not null default false,
        reviews smallint not null,
        blind boolean not null,
        agreement text not null,
        lease_seconds integer not null,
        mode text not null,
        languages text[] not null default '{}',
        skills text[] not null default '{}',
        max_leases integer,
        due_hours integer,
        priority_step_minutes integer not null,
        due_notice_hours integer not null,
        created_at timestamptz(3) not null default now(),
        version integer not null default 1,
        constraint uq_queues_workspace_id unique (workspace_id, id),
        constraint uq_queues_name unique (workspace_id, name_key),
        constraint ck_queues_reviews check (reviews between 1 and 5),
        constraint ck_queues_agreement check (agreement in ('unanimous', 'within_one', 'majority')),
        constraint ck_queues_mode check (mode in ('pull', 'push')),
        constraint ck_queues_lease check (lease_seconds between 30 and 86400)
      );
      create unique index uq_queues_default on queues (workspace_id) where is_default;
      create index ix_queues_created on queues (workspace_id, created_at, id);

      create table ratings (
        workspace_id uuid not null constraint fk_ratings_workspace references workspaces (id),
        key text not null,
        place integer not null,
        scale_order integer,
        numeric_value integer,
        polarity text not null,
        colour text not null,
        labels jsonb not null,
        constraint pk_ratings primary key (workspace_id, key),
        constraint ck_ratings_polarity check (polarity in ('supports', 'refutes', 'neither'))
      );

      -- What the queue asked for when the round was opened is kept here: changing a queue changes no running round.
      create table rounds (
        id uuid constraint pk_rounds primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        queue_id uuid not null,
        number integer not null,
        state text not null default 'open',
        reviews smallint not null,
        blind boolean not null,
        agreement text not null,
        lease_seconds integer not null,
        mode text not null,
        rank timestamptz(3) not null,
        due_at timestamptz(3),
        opened_at timestamptz(3) not null,
        closed_at timestamptz(3),
        constraint uq_rounds_workspace_id unique (workspace_id, id),
        constraint uq_rounds_number unique (claim_id, number),
        constraint fk_rounds_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_rounds_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id),
        constraint ck_rounds_state check (state in ('open', 'disagreed', 'settled', 'cancelled')),
        constraint ck_rounds_closed check ((state in ('open', 'disagreed')) = (closed_at is null))
      );
      create unique index uq_rounds_live on rounds (claim_id) where state in ('open', 'disagreed');

      create table slots (
        id uuid constraint pk_slots primary key,
        workspace_id uuid not null,
        round_id uuid not null,
        claim_id uuid not null,
        queue_id uuid not null,
        number smallint not null,
        state text not null default 'waiting',
        mode text not null,
        rank timestamptz(3) not null,
        entered_by uuid not null,
        -- The fencing token: only grows, whoever holds the slot.
        token integer not null default 0,
        constraint uq_slots_workspace_id unique (workspace_id, id),
        constraint uq_slots_number unique (round_id, number),
        constraint fk_slots_round foreign key (workspace_id, round_id) references rounds (workspace_id, id),
        constraint fk_slots_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_slots_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id),
        constraint fk_slots_entered_by foreign key (workspace_id, entered_by) references members (workspace_id, id),
        constraint ck_slots_mode check (mode in ('pull', 'push')),
        constraint ck_slots_state check (state in ('waiting', 'offered', 'taken', 'done', 'cancelled'))
      );
      -- Taking scans this index from its head: it leads with what is filtered and ends with the order.
      create index ix_slots_waiting on slots (workspace_id, queue_id, mode, rank, id) where state = 'waiting';
      create index ix_slots_to_offer on slots (rank, id) where state = 'waiting' and mode = 'push';
      create index ix_slots_round on slots (round_id);

      create table assignments (
        id uuid constraint pk_assignments primary key,
        workspace_id uuid not null,
        slot_id uuid not null,
        round_id uuid not null,
        claim_id uuid not null,
        queue_id uuid not null,
        member_id uuid not null,
        state text not null,
        token integer,
        opened_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        held_until timestamptz(3),
        ended_at timestamptz(3),
        decline_reason text,
        decline_note text,
        constraint uq_assignments_workspace_id unique (workspace_id, id),
        constraint fk_assignments_slot foreign key (workspace_id, slot_id) references slots (workspace_id, id),
        constraint fk_assignments_round foreign key (workspace_id, round_id) references rounds (workspace_id, id),
        constraint fk_assignments_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_assignments_queue foreign key (workspace_id, queue_id) references queues (workspace_id, id),
        constraint fk_assignments_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint ck_assignments_state check (state in ('offered', 'leased', 'held', 'submitted', 'released', 'declined', 'expired', 'handed_over', 'broken')),
        constraint ck_assignments_token check ((state = 'offered') <= (token is null)),
        constraint ck_assignments_ended check ((state in ('offered', 'leased', 'held')) = (ended_at is null)),
        constraint ck_assignments_declined check ((state = 'declined') = (decline_reason is not null))
      );
      -- One live turn per slot, and nobody twice in one round: whoever writes, whatever the race.
      create unique index uq_assignments_live_slot on assignments (slot_id) where state in ('offered', 'leased', 'held');
      create unique index uq_assignments_round_member on assignments (round_id, member_id) where state in ('offered', 'leased', 'held', 'submitted');
      create unique index uq_assignments_token on assignments (slot_id, token) where token is not null;
      create index ix_assignments_expiring on assignments (expires_at) where state in ('offered', 'leased', 'held');
      create index ix_assignments_member on assignments (workspace_id, member_id, opened_at, id);
      create index ix_assignments_live_member on assignments (workspace_id, member_id) where state in ('offered', 'leased', 'held');
      create index ix_assignments_opened on assignments (workspace_id, opened_at, id);
      create index ix_assignments_claim_member on assignments (claim_id, member_id);

      -- Everything that happened to an assignment, in order. Times to claim and to decision are measured here.
      create table assignment_ledger (
        id bigint generated always as identity constraint pk_assignment_ledger primary key,
        workspace_id uuid not null,
        assignment_id uuid not null,
        entry text not null,
        at timestamptz(3) not null,
        by_member uuid,
        expires_at timestamptz(3),
        note text,
        constraint fk_assignment_ledger_assignment foreign key (workspace_id, assignment_id) references assignments (workspace_id, id),
        constraint fk_assignment_ledger_by_member foreign key (workspace_id, by_member) references members (workspace_id, id),
        constraint ck_assignment_ledger_entry check (entry in ('offered', 'leased', 'renewed', 'held', 'submitted', 'released', 'declined', 'expired', 'handed_over', 'broken'))
      );
      create index ix_assignment_ledger_assignment on assignment_ledger (workspace_id, assignment_id, id);
      create trigger assignment_ledger_is_append_only before update or delete on assignment_ledger
        for each row execute function refuse_change();

      create table decisions (
        id uuid constraint pk_decisions primary key,
        workspace_id uuid not null,
        round_id uuid not null,
        slot_id uuid not null constraint uq_decisions_slot unique,
        assignment_id uuid not null constraint uq_decisions_assignment unique,
        claim_id uuid not null,
        member_id uuid not null,
        rating text not null,
        confidence text not null,
        rationale text not null,
        override_reason text,
        claim_version integer,
        decided_at timestamptz(3) not null,
        constraint uq_decisions_claim_id unique (workspace_id, claim_id, id),
        constraint uq_decisions_round_member unique (round_id, member_id),
        constraint fk_decisions_round foreign key (workspace_id, round_id) references rounds (workspace_id, id),
        constraint fk_decisions_slot foreign key (workspace_id, slot_id) references slots (workspace_id, id),
        constraint fk_decisions_assignment foreign key (workspace_id, assignment_id) references assignments (workspace_id, id),
        constraint fk_decisions_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_decisions_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint ck_decisions_confidence check (confidence in ('low', 'moderate', 'high'))
      );

      -- What a decision cites, and the database knows that it is of the same claim.
      create table decision_citations (
        workspace_id uuid not null,
        claim_id uuid not null,
        decision_id uuid not null,
        statement_id uuid,
        evidence_id uuid,
        id uuid constraint pk_decision_citations primary key,
        constraint fk_decision_citations_decision foreign key (workspace_id, claim_id, decision_id) references decisions (workspace_id, claim_id, id),
        constraint fk_decision_citations_statement foreign key (workspace_id, claim_id, statement_id) references statements (workspace_id, claim_id, id),
        constraint fk_decision_citations_evidence foreign key (workspace_id, claim_id, evidence_id) references evidence (workspace_id, claim_id, id),
        constraint ck_decision_citations_one check ((statement_id is null) <> (evidence_id is null))
      );
      create index ix_decision_citations_decision on decision_citations (workspace_id, decision_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table decision_citations, decisions, assignment_ledger, assignments, slots, rounds, ratings, queues;
    `);
  }
}
