import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a queue's overdue reviews go, and where one came from that went there. */
export class EscalateOverdueRounds20261127120100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table queues add column escalate_to uuid;
      alter table queues add constraint fk_queues_escalate_to
        foreign key (workspace_id, escalate_to) references queues (workspace_id, id);
      alter table queues add constraint ck_queues_escalate_to_another check (escalate_to <> id);

      alter table rounds add column escalate_to uuid;
      alter table rounds add column escalated_from uuid;
      alter table rounds add column escalated_at timestamptz(3);
      alter table rounds add constraint fk_rounds_escalate_to
        foreign key (workspace_id, escalate_to) references queues (workspace_id, id);
      alter table rounds add constraint fk_rounds_escalated_from
        foreign key (workspace_id, escalated_from) references queues (workspace_id, id);
      alter table rounds add constraint ck_rounds_escalated
        check ((escalated_from is null) = (escalated_at is null));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rounds drop column escalated_at, drop column escalated_from, drop column escalate_to;
      alter table queues drop column escalate_to;
    `);
  }
}
