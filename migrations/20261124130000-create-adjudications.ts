import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an editor settles where decisions disagreed. */
export class CreateAdjudications20261124130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table adjudications (
        id uuid constraint pk_adjudications primary key,
        workspace_id uuid not null,
        round_id uuid not null constraint uq_adjudications_round unique,
        claim_id uuid not null,
        member_id uuid not null,
        rating text not null,
        confidence text not null,
        rationale text not null,
        override_reason text,
        decided_at timestamptz(3) not null,
        constraint fk_adjudications_round foreign key (workspace_id, round_id) references rounds (workspace_id, id),
        constraint fk_adjudications_claim foreign key (workspace_id, claim_id) references claims (workspace_id, id),
        constraint fk_adjudications_member foreign key (workspace_id, member_id) references members (workspace_id, id),
        constraint ck_adjudications_confidence check (confidence in ('low', 'moderate', 'high'))
      );
      create trigger adjudications_are_append_only before update or delete on adjudications
        for each row execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table adjudications');
  }
}
