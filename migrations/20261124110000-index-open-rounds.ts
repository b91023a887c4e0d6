import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the oldest round of a queue that still waits for somebody, however many rounds are closed. */
export class IndexOpenRounds20261124110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index ix_rounds_open on rounds (workspace_id, queue_id, opened_at) where state = 'open';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index ix_rounds_open');
  }
}
