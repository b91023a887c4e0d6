import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the statistics of reviews read: a period of the ledger, what is due, what several reviewers have settled. */
export class IndexReviewTimes20261124133000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Renewals are most of the ledger and measured by nobody.
      create index ix_assignment_ledger_at on assignment_ledger (workspace_id, entry, at, assignment_id)
        where entry <> 'renewed';
      create index ix_assignment_ledger_leased on assignment_ledger (assignment_id, at) where entry = 'leased';
      create index ix_rounds_due on rounds (workspace_id, due_at, queue_id) where state in ('open', 'disagreed');
      -- Of one decision there is nothing to agree on.
      create index ix_rounds_settled_by_several on rounds (workspace_id, closed_at)
        where state = 'settled' and reviews > 1;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index ix_rounds_settled_by_several;
      drop index ix_rounds_due;
      drop index ix_assignment_ledger_leased;
      drop index ix_assignment_ledger_at;
    `);
  }
}
