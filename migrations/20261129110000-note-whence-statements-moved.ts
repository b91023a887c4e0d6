import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said on a duplicate is recorded anew on the claim that stays; each copy knows whence it came. */
export class NoteWhenceStatementsMoved20261129110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table statements
        add column moved_from_claim_id uuid,
        add column moved_from_id uuid,
        add constraint fk_statements_moved_from foreign key (workspace_id, moved_from_claim_id, moved_from_id)
          references statements (workspace_id, claim_id, id),
        add constraint ck_statements_moved check ((moved_from_claim_id is null) = (moved_from_id is null)),
        add constraint ck_statements_moved_from_another check (moved_from_claim_id <> claim_id);
      alter table evidence
        add column moved_from_claim_id uuid,
        add column moved_from_id uuid,
        add constraint fk_evidence_moved_from foreign key (workspace_id, moved_from_claim_id, moved_from_id)
          references evidence (workspace_id, claim_id, id),
        add constraint ck_evidence_moved check ((moved_from_claim_id is null) = (moved_from_id is null)),
        add constraint ck_evidence_moved_from_another check (moved_from_claim_id <> claim_id);
      create index ix_claims_duplicate_of on claims (workspace_id, duplicate_of_id) where duplicate_of_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index ix_claims_duplicate_of;
      alter table evidence drop column moved_from_claim_id, drop column moved_from_id;
      alter table statements drop column moved_from_claim_id, drop column moved_from_id;
    `);
  }
}
