import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other publishers have found about a claim, in their words; and what their words mean on our scale, once a person has said so. */
export class CreateExternalReviews20261129140000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table rating_words (
        id uuid constraint pk_rating_words primary key,
        workspace_id uuid not null,
        publisher text not null,
        word text not null,
        word_key text not null,
        rating text,
        first_seen_at timestamptz(3) not null,
        constraint uq_rating_words_workspace_id unique (workspace_id, id),
        constraint uq_rating_words unique (workspace_id, publisher, word_key),
        constraint fk_rating_words_workspace foreign key (workspace_id) references workspaces (id)
      );
      create table external_reviews (
        id uuid constraint pk_external_reviews primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        origin_key bytea not null,
        content jsonb not null,
        word_id uuid,
        added_by uuid not null,
        added_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        constraint uq_external_reviews_origin unique (workspace_id, origin_key),
        constraint fk_external_reviews_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_external_reviews_word foreign key (workspace_id, word_id)
          references rating_words (workspace_id, id),
        constraint fk_external_reviews_added_by foreign key (workspace_id, added_by)
          references members (workspace_id, id)
      );
      create index ix_external_reviews_claim on external_reviews (workspace_id, claim_id, added_at, id);
      create index ix_external_reviews_word on external_reviews (workspace_id, word_id) where word_id is not null;
      alter table imports drop constraint ck_imports_format,
        add constraint ck_imports_format check (format in ('ndjson', 'csv', 'claim-review'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table external_reviews, rating_words;
      delete from import_rows r using imports i where i.id = r.import_id and i.format = 'claim-review';
      delete from imports where format = 'claim-review';
      alter table imports drop constraint ck_imports_format,
        add constraint ck_imports_format check (format in ('ndjson', 'csv'));
    `);
  }
}
