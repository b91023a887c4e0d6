import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who lost their password gets a link from whoever runs the server, who is no member. */
export class LetAnOperatorInvite20261129181000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table invitations alter column created_by drop not null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('delete from invitations where created_by is null');
    await db.query('alter table invitations alter column created_by set not null');
  }
}
