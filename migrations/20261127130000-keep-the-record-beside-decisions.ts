import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the record said when somebody decided, and how each round was settled, whatever comes after. */
export class KeepTheRecordBesideDecisions20261127130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table decisions add column corroboration text;
      alter table adjudications add column corroboration text;
      alter table rounds add column verdict jsonb,
        add constraint ck_rounds_verdict check (verdict is null or state = 'settled');
      -- A claim keeps its last verdict alone; of earlier rounds nothing is known beyond their decisions.
      update rounds r set verdict = c.verdict from claims c
       where c.workspace_id = r.workspace_id and c.id = r.claim_id and r.state = 'settled'
         and r.number = (c.verdict ->> 'round')::int;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rounds drop column verdict;
      alter table adjudications drop column corroboration;
      alter table decisions drop column corroboration;
    `);
  }
}
