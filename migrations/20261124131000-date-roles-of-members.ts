import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when each member has their role: what somebody has in hand ends when they may not do it any more. */
export class DateRolesOfMembers20261124131000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table members add column role_since timestamptz(3) not null default now();
      update members set role_since = created_at;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table members drop column role_since');
  }
}
