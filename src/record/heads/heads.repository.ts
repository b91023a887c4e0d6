import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { HistoryHead } from './head.entity.js';

// Any constant serves, as long as nothing else in this database locks by it.
const NAMESPACE = 7_261_555;
const YESTERDAY = `((clock_timestamp() at time zone 'UTC')::date - 1)`;

export interface ChainLength {
  chainId: string;
  length: number;
  head: Buffer;
}

@Injectable()
export class HeadsRepository {
  /** The workspaces that were there on the last day that has ended, and have no head for it. */
  async due(reader: Reader): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select w.id from workspaces w
        where (w.created_at at time zone 'UTC')::date <= ${YESTERDAY}
          and not exists (select 1 from history_heads h where h.workspace_id = w.id and h.day >= ${YESTERDAY})
        order by w.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Keeps every other maker of a head of this workspace waiting; answers the day to make, or null when it is made. */
  async lock(tx: Tx, workspaceId: string): Promise<string | null> {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [NAMESPACE, workspaceId]);
    const [row] = await tx.query<{ day: string | null }>(
      `select case when not exists (select 1 from history_heads h where h.workspace_id = $1 and h.day >= ${YESTERDAY})
              then ${YESTERDAY}::text end as day`,
      [workspaceId],
    );
    return row!.day;
  }

  /** The newest head, at most of this day. */
  async newest(reader: Reader, workspaceId: string): Promise<HistoryHead | null> {
    return reader.repository(HistoryHead).findOne({ where: { workspaceId }, order: { day: 'DESC' } });
  }

  /** Notes every chain that has grown since it was noted last. */
  async noteChains(tx: Tx, workspaceId: string, day: string): Promise<void> {
    await tx.query(
      `insert into history_head_chains (workspace_id, chain_id, length, head, day)
       select c.workspace_id, c.id, c.length, c.head, $2::date from chains c
        where c.workspace_id = $1 and c.length > 0
          and not exists (select 1 from history_head_chains h
                           where h.workspace_id = c.workspace_id and h.chain_id = c.id and h.length = c.length)`,
      [workspaceId, day],
    );
  }

  /** The list that the head of a day signs, in the order of ids, a page of it. */
  async listed(
    reader: Reader,
    workspaceId: string,
    day: string,
    after: string | null,
    limit: number,
  ): Promise<ChainLength[]> {
    return reader.query<ChainLength>(
      `select distinct on (chain_id) chain_id as "chainId", length::float8 as length, head
         from history_head_chains
        where workspace_id = $1 and day <= $2 and ($3::uuid is null or chain_id > $3)
        order by chain_id, length desc limit $4`,
      [workspaceId, day, after, limit],
    );
  }

  /** The digests of the events in a workspace's feed after a position, in its order. */
  feed(
    reader: Reader,
    workspaceId: string,
    after: number,
    limit: number,
  ): Promise<{ position: number; digest: Buffer }[]> {
    return reader.query<{ position: number; digest: Buffer }>(
      `select f.position::float8 as position, e.digest from feed f join events e on e.id = f.event_id
        where (f.workspace_id, f.position) > ($1, $2) and f.workspace_id <= $1
        order by f.workspace_id, f.position limit $3`,
      [workspaceId, after, limit],
    );
  }

  async insert(tx: Tx, head: HistoryHead): Promise<void> {
    await tx.repository(HistoryHead).insert(head);
  }

  page(reader: Reader, workspaceId: string, limit: number, before: string | null): Promise<HistoryHead[]> {
    const heads = reader
      .repository(HistoryHead)
      .createQueryBuilder('h')
      .where('h.workspace_id = :workspaceId', { workspaceId })
      .orderBy({ 'h.day': 'DESC' })
      .limit(limit + 1);
    if (before !== null) heads.andWhere('h.day < :before', { before });
    return heads.getMany();
  }
}
