import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords of persons, their sessions, the links by which they choose a password, and how often somebody tried. */
export class LetPeopleSignIn20261129160000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table accounts
        add column password_hash text,
        add column password_set_at timestamptz(3),
        add constraint ck_accounts_password check ((password_hash is null) = (password_set_at is null));

      create table sessions (
        id uuid constraint pk_sessions primary key,
        account_id uuid not null,
        workspace_id uuid not null,
        member_id uuid not null,
        prefix text not null constraint uq_sessions_prefix unique,
        secret_hash bytea not null,
        user_agent text,
        address text,
        created_at timestamptz(3) not null,
        last_used_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        constraint fk_sessions_account foreign key (account_id) references accounts (id) on delete cascade,
        constraint fk_sessions_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint ck_sessions_hash check (length(secret_hash) = 32)
      );
      create index ix_sessions_account on sessions (account_id, created_at, id);
      create index ix_sessions_member on sessions (workspace_id, member_id);

      create table invitations (
        id uuid constraint pk_invitations primary key,
        workspace_id uuid not null,
        member_id uuid not null,
        secret_hash bytea not null constraint uq_invitations_secret unique,
        created_by uuid not null,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        constraint fk_invitations_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint fk_invitations_created_by
          foreign key (workspace_id, created_by) references members (workspace_id, id),
        constraint ck_invitations_secret check (length(secret_hash) = 32)
      );
      create index ix_invitations_member on invitations (workspace_id, member_id);

      create table sign_in_tries (
        subject text constraint pk_sign_in_tries primary key,
        tries integer not null,
        last_at timestamptz(3) not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table sign_in_tries, invitations, sessions;
      alter table accounts drop constraint ck_accounts_password,
        drop column password_set_at, drop column password_hash;
    `);
  }
}
