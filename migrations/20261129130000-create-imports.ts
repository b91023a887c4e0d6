import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sent to be imported, a row for each line of it, and what became of each. */
export class CreateImports20261129130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table imports (
        id uuid constraint pk_imports primary key,
        workspace_id uuid not null,
        member_id uuid not null,
        format text not null constraint ck_imports_format check (format in ('ndjson', 'csv')),
        dry_run boolean not null,
        state text not null constraint ck_imports_state check (state in ('receiving', 'running', 'done', 'failed')),
        failure text,
        received integer not null default 0,
        created integer not null default 0,
        updated integer not null default 0,
        unchanged integer not null default 0,
        refused integer not null default 0,
        warnings integer not null default 0,
        created_at timestamptz(3) not null,
        touched_at timestamptz(3) not null,
        finished_at timestamptz(3),
        runner uuid,
        runner_until timestamptz(3),
        constraint uq_imports_workspace_id unique (workspace_id, id),
        constraint ck_imports_failure check ((failure is null) = (state <> 'failed')),
        constraint ck_imports_finished check ((finished_at is null) = (state in ('receiving', 'running'))),
        constraint ck_imports_runner check ((runner is null) = (runner_until is null)),
        constraint fk_imports_member foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index ix_imports_created on imports (workspace_id, created_at, id);
      create index ix_imports_unfinished on imports (id) where state in ('receiving', 'running');

      create table import_rows (
        import_id uuid not null,
        number integer not null,
        workspace_id uuid not null,
        line text,
        outcome text constraint ck_import_rows_outcome
          check (outcome in ('created', 'updated', 'unchanged', 'refused')),
        external_id text,
        claim_id uuid,
        code text,
        errors jsonb not null default '[]',
        warnings jsonb not null default '[]',
        constraint pk_import_rows primary key (import_id, number),
        constraint ck_import_rows_line check ((line is null) = (outcome is not null)),
        constraint ck_import_rows_code check ((code is null) = (outcome is distinct from 'refused')),
        constraint fk_import_rows_import foreign key (workspace_id, import_id) references imports (workspace_id, id),
        constraint fk_import_rows_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id)
      );
      create index ix_import_rows_open on import_rows (import_id, number) where outcome is null;
      create index ix_import_rows_external on import_rows (import_id, external_id) where external_id is not null;
      create index ix_import_rows_outcome on import_rows (import_id, outcome, number) where outcome is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table import_rows; drop table imports');
  }
}
