import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A workspace can be renamed, at the version that was read. */
export class AddWorkspaceVersion20261124132200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table workspaces add column version integer not null default 1');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table workspaces drop column version');
  }
}
