import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were uploaded or captured, and what the machine finds where evidence links to. */
export class KeepEvidence20261129150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table files (
        id uuid constraint pk_files primary key,
        workspace_id uuid not null,
        state text not null,
        name text not null,
        media_type text,
        size bigint,
        sha256 text,
        received_by uuid,
        received_at timestamptz(3) not null,
        constraint uq_files_workspace_id unique (workspace_id, id),
        constraint fk_files_workspace foreign key (workspace_id) references workspaces (id),
        constraint fk_files_received_by foreign key (workspace_id, received_by) references members (workspace_id, id),
        constraint ck_files_state check (state in ('receiving', 'loose', 'attached', 'leaving')),
        constraint ck_files_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        constraint ck_files_whole check (state in ('receiving', 'leaving') or sha256 is not null),
        constraint ck_files_measured
          check ((sha256 is null) = (size is null) and (sha256 is null) = (media_type is null))
      );
      create index ix_files_not_attached on files (received_at) where state <> 'attached';

      alter table evidence
        alter column url drop not null,
        add column file_id uuid,
        add column check_at timestamptz(3),
        add column look_until timestamptz(3),
        add column check_asked_by uuid,
        add column last_outcome text,
        add column last_check_at timestamptz(3),
        add constraint fk_evidence_file foreign key (workspace_id, file_id) references files (workspace_id, id),
        add constraint fk_evidence_check_asked_by
          foreign key (workspace_id, check_asked_by) references members (workspace_id, id),
        add constraint ck_evidence_something check (url is not null or sha256 is not null),
        add constraint ck_evidence_file check (file_id is null or sha256 is not null),
        add constraint ck_evidence_check_link check (check_at is null or url is not null and gone_at is null),
        add constraint ck_evidence_check_asked check (check_asked_by is null or check_at is not null),
        add constraint ck_evidence_last_check check ((last_outcome is null) = (last_check_at is null)),
        add constraint ck_evidence_last_outcome
          check (last_outcome in ('captured', 'unchanged', 'changed', 'vanished', 'failed'));
      create index ix_evidence_check_at on evidence (check_at) where check_at is not null;
      create index ix_evidence_file on evidence (workspace_id, file_id) where file_id is not null;

      create table captures (
        id uuid constraint pk_captures primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        evidence_id uuid not null,
        number integer not null,
        cause text not null,
        outcome text not null,
        started_at timestamptz(3) not null,
        finished_at timestamptz(3) not null,
        url text not null,
        redirects jsonb not null default '[]',
        final_url text not null,
        status integer,
        headers jsonb,
        file_id uuid,
        fault text,
        tool text not null,
        constraint uq_captures_number unique (workspace_id, evidence_id, number),
        constraint fk_captures_evidence foreign key (workspace_id, claim_id, evidence_id)
          references evidence (workspace_id, claim_id, id),
        constraint fk_captures_file foreign key (workspace_id, file_id) references files (workspace_id, id),
        constraint ck_captures_number check (number >= 1),
        constraint ck_captures_cause check (cause in ('added', 'scheduled', 'asked')),
        constraint ck_captures_outcome check (outcome in ('captured', 'unchanged', 'changed', 'vanished', 'failed')),
        constraint ck_captures_file check ((file_id is null) = (outcome in ('vanished', 'failed'))),
        constraint ck_captures_fault check ((fault is null) = (file_id is not null))
      );
      create index ix_captures_claim on captures (claim_id);
      create index ix_captures_file on captures (workspace_id, file_id) where file_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table captures;
      drop index ix_evidence_file, ix_evidence_check_at;
      delete from evidence where url is null;
      alter table evidence
        drop constraint ck_evidence_last_outcome, drop constraint ck_evidence_last_check,
        drop constraint ck_evidence_check_asked, drop constraint ck_evidence_check_link,
        drop constraint ck_evidence_file, drop constraint ck_evidence_something,
        drop constraint fk_evidence_check_asked_by, drop constraint fk_evidence_file,
        drop column last_check_at, drop column last_outcome, drop column check_asked_by, drop column look_until, drop column check_at,
        drop column file_id, alter column url set not null;
      drop table files;
    `);
  }
}
