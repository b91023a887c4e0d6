import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was published stays as it was published: all that may be added is that it was withdrawn, once. */
export class CreatePublications20261127200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table publications (
        id uuid constraint pk_publications primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        number integer not null,
        title text not null,
        summary text not null,
        language text not null,
        url text,
        correction text,
        authors text[] not null default '{}',
        content jsonb not null,
        published_by uuid not null,
        published_at timestamptz(3) not null,
        withdrawn_by uuid,
        withdrawn_at timestamptz(3),
        withdrawn_reason text,
        constraint uq_publications_workspace_id unique (workspace_id, id),
        constraint uq_publications_number unique (claim_id, number),
        constraint fk_publications_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_publications_published_by foreign key (workspace_id, published_by)
          references members (workspace_id, id),
        constraint fk_publications_withdrawn_by foreign key (workspace_id, withdrawn_by)
          references members (workspace_id, id),
        constraint ck_publications_correction check (number >= 1 and (number = 1) = (correction is null)),
        constraint ck_publications_withdrawn check (
          (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
      );
      create index ix_publications_changed
        on publications (workspace_id, (coalesce(withdrawn_at, published_at)) desc, id desc);

      create function refuse_change_but_withdrawal() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.withdrawn_at is null
           and to_jsonb(new) - '{withdrawn_by,withdrawn_at,withdrawn_reason}'::text[]
             = to_jsonb(old) - '{withdrawn_by,withdrawn_at,withdrawn_reason}'::text[] then
          return new;
        end if;
        raise exception '% on % is refused: what was published is only ever withdrawn', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$;
      create trigger publications_are_immutable before update or delete on publications
        for each row execute function refuse_change_but_withdrawal();
      create trigger publications_are_not_truncated before truncate on publications
        for each statement execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table publications;
      drop function refuse_change_but_withdrawal;
    `);
  }
}
