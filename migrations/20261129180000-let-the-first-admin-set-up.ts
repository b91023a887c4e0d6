import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that show whoever sets up an installation to be whoever runs it. */
export class LetTheFirstAdminSetUp20261129180000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table setup_codes (
        secret_hash bytea not null,
        expires_at timestamptz(3) not null,
        constraint pk_setup_codes primary key (secret_hash),
        constraint ck_setup_codes_secret check (length(secret_hash) = 32)
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table setup_codes');
  }
}
