import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why claims with a verdict are reviewed again, each cause once. */
export class CreateReReviewCauses20261127120200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table re_review_causes (
        id bigint generated always as identity constraint pk_re_review_causes primary key,
        workspace_id uuid not null,
        claim_id uuid not null,
        kind text not null,
        event_id uuid,
        statement_id uuid,
        evidence_id uuid,
        source_id uuid,
        at timestamptz(3) not null,
        -- The version of the claim that the cause made, when it changed the claim.
        claim_version integer,
        -- The round whose verdict it puts in question.
        verdict_round integer not null,
        -- The round that was opened for it, or that ran already.
        round_id uuid,
        note text,
        -- Null until the machine has looked at it under the claim's lock.
        taken_up_at timestamptz(3),
        constraint fk_re_review_causes_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_re_review_causes_event foreign key (workspace_id, event_id) references events (workspace_id, id),
        constraint fk_re_review_causes_statement foreign key (workspace_id, claim_id, statement_id) references statements (workspace_id, claim_id, id),
        constraint fk_re_review_causes_evidence foreign key (workspace_id, claim_id, evidence_id) references evidence (workspace_id, claim_id, id),
        constraint fk_re_review_causes_source foreign key (workspace_id, source_id) references sources (workspace_id, id),
        constraint fk_re_review_causes_round foreign key (workspace_id, round_id) references rounds (workspace_id, id),
        constraint ck_re_review_causes_kind check (kind in ('statement_recorded', 'statement_struck', 'source_re_placed',
          'source_downgraded', 'evidence_gone', 'age', 'editor')),
        constraint ck_re_review_causes_event check ((kind in ('age', 'editor')) = (event_id is null)),
        constraint ck_re_review_causes_subject check (
          (kind in ('statement_recorded', 'statement_struck')) = (statement_id is not null)
          and (kind in ('source_re_placed', 'source_downgraded')) = (source_id is not null)
          and (kind = 'evidence_gone') = (evidence_id is not null))
      );
      -- Once per cause: what an event brought about for a claim, and the age of a verdict.
      create unique index uq_re_review_causes_event on re_review_causes (claim_id, event_id);
      create unique index uq_re_review_causes_age on re_review_causes (claim_id, verdict_round) where kind = 'age';
      create index ix_re_review_causes_claim on re_review_causes (workspace_id, claim_id, verdict_round);
      create index ix_re_review_causes_round on re_review_causes (workspace_id, round_id);
      create index ix_re_review_causes_pending on re_review_causes (id) where taken_up_at is null;

      alter table claims add column verdict_at timestamptz(3);
      -- A verdict names the version it made of its claim: what has a later one came after it. Before this migration
      -- it did not, and what came before it opens no review.
      update claims set verdict_at = (verdict ->> 'decidedAt')::timestamptz,
                        verdict = verdict || jsonb_build_object('claimVersion', version)
       where verdict is not null;
      create index ix_claims_verdict_at on claims (workspace_id, verdict_at) where status in ('decided', 'published');

      insert into feed_readers (name, position) select 're-reviews', coalesce(max(position), 0) from feed;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from feed_readers where name = 're-reviews';
      drop index ix_claims_verdict_at;
      update claims set verdict = verdict - 'claimVersion' where verdict is not null;
      alter table claims drop column verdict_at;
      drop table re_review_causes;
    `);
  }
}
