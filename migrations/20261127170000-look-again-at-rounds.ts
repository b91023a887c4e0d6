import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever records a statement of a claim may not review it any more, and may have been the last who could: its round is
 * marked, so that the search for stalled ones finds it from the rows.
 */
export class LookAgainAtRounds20261127170000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rounds add column look_again boolean not null default false;
      create index ix_rounds_look_again on rounds (workspace_id, id) where look_again and state = 'open';

      create function mark_round_to_look_again() returns trigger language plpgsql as $$
      begin
        update rounds r set look_again = true
          from recorded n
         where r.claim_id = n.claim_id and r.state = 'open' and not r.look_again;
        return null;
      end
      $$;
      create trigger statements_mark_their_round after insert on statements referencing new table as recorded
        for each statement execute function mark_round_to_look_again();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger statements_mark_their_round on statements;
      drop function mark_round_to_look_again();
      drop index ix_rounds_look_again;
      alter table rounds drop column look_again;
    `);
  }
}
