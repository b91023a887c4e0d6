import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may: accounts (persons), members (their places in a workspace, and programs), API keys. */
export class CreateAccess20261123100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A person. They may have places in several workspaces, so this is no tenant table.
      create table accounts (
        id uuid constraint pk_accounts primary key,
        email text not null,
        email_key text not null constraint uq_accounts_email unique,
        created_at timestamptz(3) not null default now()
      );

      -- A program has no account. Its name is its identity: the same name again is the same member.
      create table members (
        id uuid constraint pk_members primary key,
        workspace_id uuid not null constraint fk_members_workspace references workspaces (id),
        account_id uuid constraint fk_members_account references accounts (id),
        name text not null,
        name_key text not null,
        role text not null,
        languages text[] not null default '{}',
        skills text[] not null default '{}',
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        removed_at timestamptz(3),
        constraint uq_members_workspace_id unique (workspace_id, id),
        constraint ck_members_role check (role in ('viewer', 'fact_checker', 'reviewer', 'editor', 'admin'))
      );
      create unique index uq_members_account on members (workspace_id, account_id)
        where account_id is not null and removed_at is null;
      create unique index uq_members_program_name on members (workspace_id, name_key)
        where account_id is null and removed_at is null;
      create index ix_members_created on members (workspace_id, created_at, id);

      create table api_keys (
        id uuid constraint pk_api_keys primary key,
        workspace_id uuid not null,
        member_id uuid not null,
        name text not null,
        prefix text not null constraint uq_api_keys_prefix unique,
        secret_hash bytea not null,
        last_four text not null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        constraint fk_api_keys_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint ck_api_keys_hash check (length(secret_hash) = 32)
      );
      create index ix_api_keys_created on api_keys (workspace_id, created_at, id);
      create index ix_api_keys_member on api_keys (workspace_id, member_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table api_keys, members, accounts`);
  }
}
