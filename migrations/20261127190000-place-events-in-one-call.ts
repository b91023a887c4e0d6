import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Placing events was five steps over the network for every change; a busy process waits for its turn at each of them. */
export class PlaceEventsInOneCall20261127190000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function place_events(sequencer_lock bigint, channel text, at_most integer, named_at_most integer)
        returns table (placed integer, last bigint, workspaces text) language plpgsql as $$
      begin
        -- A statement of its own: the snapshot of the next one is then taken after the holder before has committed.
        perform pg_advisory_xact_lock(sequencer_lock);
        return query
          with batch as (
            select id, workspace_id, event_id, type from unplaced_events order by id limit at_most
          ), gone as (
            delete from unplaced_events u using batch b where u.id = b.id
          ), written as (
            insert into feed (position, workspace_id, event_id, type)
            select (select coalesce(max(position), 0) from feed) + row_number() over (order by b.id),
                   b.workspace_id, b.event_id, b.type
              from batch b
            returning position, workspace_id
          ), moved as (
            select count(*)::integer as placed, max(position) as last,
                   case when count(distinct workspace_id) <= named_at_most then string_agg(distinct workspace_id::text, ' ') end as workspaces
              from written
          ), told as (
            select pg_notify(channel, concat_ws(' ', m.last, m.workspaces)) from moved m where m.placed > 0
          )
          select m.placed, m.last, m.workspaces from moved m left join told on true;
      end
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function place_events');
  }
}
