import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { GENESIS } from './chain.js';

export interface ChainHead {
  id: string;
  length: number;
  head: Buffer;
}

export interface EventRow {
  id: string;
  type: string;
  at: Date;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  claimId: string | null;
  number: number;
  contentDigest: Buffer;
  digest: Buffer;
  salt: Buffer;
  data: Record<string, unknown>;
  reason: string | null;
  inFeed: boolean;
}

/** An event as it is read back; `data` is null when it was erased. */
export interface ChainedEvent {
  number: number;
  id: string;
  workspaceId: string;
  type: string;
  at: Date;
  actorId: string | null;
  subjectId: string;
  claimId: string | null;
  data: Record<string, unknown> | null;
}

interface HeadRow {
  id: string;
  length: string;
  head: Buffer;
  at: Date;
}

@Injectable()
export class EventsRepository {
  /** Locks the heads of the chains, in id order; makes those that are not there. */
  async lockChains(
    tx: Tx,
    workspaceId: string,
    ids: string[],
  ): Promise<{ heads: Map<string, ChainHead>; at: Date }> {
    const rows = await tx.query<HeadRow>(
      `with known as materialized (
         select id, length, head from chains where workspace_id = $1 and id = any($2::uuid[]) order by id for update
       ), made as (
         insert into chains (workspace_id, id, length, head)
         select $1, id, 0, $3 from unnest($2::uuid[]) id where id not in (select id from known) order by id
         on conflict (workspace_id, id) do update set length = chains.length
         returning id, length, head
       )
       select *, date_trunc('milliseconds', clock_timestamp()) as at
         from (select * from known union all select * from made) heads`,
      [workspaceId, ids, GENESIS],
    );
    const heads = new Map(rows.map(({ id, length, head }) => [id, { id, length: Number(length), head }]));
    return { heads, at: rows.at(-1)!.at };
  }

  /**
   * Writes the events, their contents, their place in the queue for the feed and the new heads, in one statement. The
   * heads are there and locked; that each is found by its key does not depend on how the planner would join them.
   */
  async insert(tx: Tx, workspaceId: string, rows: EventRow[], heads: ChainHead[]): Promise<void> {
    await tx.query(
      `with written as (
         insert into events (id, workspace_id, type, at, actor_type, actor_id, subject_type, subject_id, claim_id,
                             chain_id, chain_number, content_digest, digest)
         select e.id, $1, e.type, e.at, case when e.actor_id is null then 'system' else 'member' end, e.actor_id,
                e.subject_type, e.subject_id, e.claim_id, coalesce(e.claim_id, e.subject_id), e.number,
                e.content_digest, e.digest
           from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::uuid[], $8::uuid[],
                       $9::bigint[], $10::bytea[], $11::bytea[])
             as e (id, type, at, actor_id, subject_type, subject_id, claim_id, number, content_digest, digest)
       ), contents as (
         insert into event_contents (workspace_id, event_id, salt, data, reason)
         select $1, c.id, c.salt, c.data::jsonb, c.reason
           from unnest($2::uuid[], $12::bytea[], $13::text[], $14::text[]) as c (id, salt, data, reason)
       ), queued as (
         insert into unplaced_events (workspace_id, event_id, type)
         select $1, q.id, q.type
           from unnest($2::uuid[], $3::text[], $15::boolean[]) with ordinality as q (id, type, in_feed, place)
          where q.in_feed order by q.place
       )
       insert into chains (workspace_id, id, length, head)
       select $1, h.id, h.length, h.head from unnest($16::uuid[], $17::bigint[], $18::bytea[]) as h (id, length, head)
       on conflict (workspace_id, id) do update set length = excluded.length, head = excluded.head`,
      [
        workspaceId,
        rows.map((row) => row.id),
        rows.map((row) => row.type),
        rows.map((row) => row.at),
        rows.map((row) => row.actorId),
        rows.map((row) => row.subjectType),
        rows.map((row) => row.subjectId),
        rows.map((row) => row.claimId),
        rows.map((row) => row.number),
        rows.map((row) => row.contentDigest),
        rows.map((row) => row.digest),
        rows.map((row) => row.salt),
        rows.map((row) => JSON.stringify(row.data)),
        rows.map((row) => row.reason),
        rows.map((row) => row.inFeed),
        heads.map((head) => head.id),
        heads.map((head) => head.length),
        heads.map((head) => head.head),
      ],
    );
  }

  /** The next events of a chain, in its order. */
  chain(
    reader: Reader,
    workspaceId: string,
    chainId: string,
    after: number,
    limit: number,
  ): Promise<ChainedEvent[]> {
    return reader.query<ChainedEvent>(
      `select e.chain_number::float8 as number, e.id, e.workspace_id as "workspaceId", e.type, e.at,
              e.actor_id as "actorId", e.subject_id as "subjectId", e.claim_id as "claimId", c.data
         from events e left join event_contents c on c.event_id = e.id
        where e.workspace_id = $1 and e.chain_id = $2 and e.chain_number > $3
        order by e.chain_number limit $4`,
      [workspaceId, chainId, after, limit],
    );
  }

  /** Only under this setting does the database let contents go, and only in this transaction. */
  async eraseContents(tx: Tx, workspaceId: string, chainId: string, kept: string[]): Promise<string[]> {
    await tx.query(`select set_config('second_source.erasure', 'on', true)`);
    const rows = await tx.query<{ id: string }>(
      `with gone as (
         delete from event_contents c using events e
          where e.workspace_id = $1 and e.chain_id = $2 and e.type <> all($3) and c.event_id = e.id
         returning e.id, e.chain_number
       )
       select id from gone order by chain_number`,
      [workspaceId, chainId, kept],
    );
    await tx.query(`select set_config('second_source.erasure', 'off', true)`);
    return rows.map(({ id }) => id);
  }
}
