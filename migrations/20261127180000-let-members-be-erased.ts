import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member who was erased has no name any more; nobody else is without one. */
export class LetMembersBeErased20261127180000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table members
        alter name drop not null,
        alter name_key drop not null,
        add constraint ck_members_name check ((name is null) = (name_key is null) and (name is not null or removed_at is not null));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table members drop constraint ck_members_name;
      update members set name = 'erased', name_key = id::text where name is null;
      alter table members alter name set not null, alter name_key set not null;
    `);
  }
}
