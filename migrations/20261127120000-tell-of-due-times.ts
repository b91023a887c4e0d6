import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a review is due, of which due time was told what, and the claim's due time followed by the review that runs.
 */
export class TellOfDueTimes20261127120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What the queue asked when the round was opened, as with everything else a round keeps.
      alter table rounds add column due_hours integer;
      alter table rounds add column due_notice_hours integer not null default 4;
      alter table rounds add column notice_at timestamptz(3);
      update rounds r
         set due_hours = q.due_hours, due_notice_hours = q.due_notice_hours,
             notice_at = r.due_at - q.due_notice_hours * interval '1 hour'
        from queues q where q.id = r.queue_id;
      alter table rounds add constraint ck_rounds_notice check ((due_at is null) = (notice_at is null));

      -- Not whether but of which due time it was told: another due time is told of again.
      alter table rounds add column due_soon_told timestamptz(3);
      alter table rounds add column overdue_told timestamptz(3);
      create index ix_rounds_due_soon on rounds (notice_at, id)
        where state in ('open', 'disagreed') and due_at is distinct from due_soon_told;
      create index ix_rounds_overdue on rounds (due_at, id)
        where state in ('open', 'disagreed') and due_at is distinct from overdue_told;

      alter table claims add column review_due_at timestamptz(3);
      update claims c set review_due_at = r.due_at
        from rounds r where r.claim_id = c.id and r.state in ('open', 'disagreed') and r.due_at is not null;
      drop index ix_claims_due;
      drop index ix_claims_status_due;
      create index ix_claims_due on claims (workspace_id, (coalesce(review_due_at, due_at)), id);
      create index ix_claims_status_due on claims (workspace_id, status, (coalesce(review_due_at, due_at)), id);
    `);
    // Here and not where claims are amended: an import amends them too, and the review must follow all the same.
    await db.query(`
      create function follow_due_time() returns trigger language plpgsql as $$
      begin
        update rounds r
           set due_at = coalesce(new.due_at, r.opened_at + r.due_hours * interval '1 hour'),
               notice_at = coalesce(new.due_at, r.opened_at + r.due_hours * interval '1 hour')
                             - r.due_notice_hours * interval '1 hour'
         where r.claim_id = new.id and r.state in ('open', 'disagreed')
        returning r.due_at into new.review_due_at;
        return new;
      end $$;
      create trigger rounds_follow_due_time before update of due_at on claims
        for each row when (old.due_at is distinct from new.due_at) execute function follow_due_time();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger rounds_follow_due_time on claims;
      drop function follow_due_time;
      drop index ix_claims_status_due;
      drop index ix_claims_due;
      create index ix_claims_due on claims (workspace_id, due_at, id);
      create index ix_claims_status_due on claims (workspace_id, status, due_at, id);
      alter table claims drop column review_due_at;
      drop index ix_rounds_overdue;
      drop index ix_rounds_due_soon;
      alter table rounds drop constraint ck_rounds_notice;
      alter table rounds drop column overdue_told, drop column due_soon_told, drop column notice_at,
        drop column due_notice_hours, drop column due_hours;
    `);
  }
}
