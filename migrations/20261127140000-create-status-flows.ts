import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many claims entered and left each status in each hour. Folded from the feed, so that a timeline costs its hours
 * and not all events there ever were; emptied together with its reader's position, it is made again from the events.
 */
export class CreateStatusFlows20261127140000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table status_flows (
        workspace_id uuid not null constraint fk_status_flows_workspace references workspaces (id),
        hour timestamptz(3) not null,
        status text not null,
        entered bigint not null,
        "left" bigint not null,
        constraint pk_status_flows primary key (workspace_id, hour, status)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table status_flows;
      delete from feed_readers where name = 'status-flows';
    `);
  }
}
