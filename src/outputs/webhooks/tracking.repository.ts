import { Injectable } from '@nestjs/common';
import type { Tx } from '../../base/database/tx.js';
import { WEBHOOK_CREATED } from './webhook.events.js';

/** An event for a webhook that wants it. */
export interface Wanted {
  workspaceId: string;
  webhookId: string;
  eventId: string;
  position: number;
}

@Injectable()
export class TrackingRepository {
  /** Where the reader stands; nobody else reads on while this transaction lasts. */
  async lockPosition(tx: Tx, reader: string): Promise<number> {
    const [row] = await tx.query<{ position: number }>(
      'select position::float8 as position from feed_readers where name = $1 for update',
      [reader],
    );
    return row!.position;
  }

  /** Where the next batch of the feed ends, null when nothing is new, and how many events it has. */
  async endOfBatch(tx: Tx, after: number, size: number): Promise<{ end: number | null; size: number }> {
    const [row] = await tx.query<{ end: number | null; size: number }>(
      `select max(position)::float8 as end, count(*)::float8 as size
         from (select position from feed where position > $1 order by position limit $2) batch`,
      [after, size],
    );
    return row!;
  }

  /**
   * Which webhooks want which events of a stretch of the feed; a filter is a type, or `noun.*` for all of a noun. None is
   * told of its own creation: whoever made it knows, and the receiver may not have the secret yet.
   */
  wanted(tx: Tx, after: number, end: number): Promise<Wanted[]> {
    return tx.query<Wanted>(
      `select f.workspace_id as "workspaceId", w.id as "webhookId", f.event_id as "eventId", f.position::float8 as position
         from feed f
         join webhooks w on w.workspace_id = f.workspace_id and w.disabled_at is null and w.deleted_at is null
              and w.deliver_after < f.position
              and (w.events = '{}' or f.type = any(w.events) or split_part(f.type, '.', 1) || '.*' = any(w.events))
        where f.position > $1 and f.position <= $2
          and (f.type <> '${WEBHOOK_CREATED.name}' or w.id <> (select subject_id from events e where e.id = f.event_id))
        order by f.position`,
      [after, end],
    );
  }

  /** A delivery for each; what a webhook has been given already, it is not given again. */
  async insert(tx: Tx, ids: string[], wanted: Wanted[]): Promise<void> {
    await tx.query(
      `insert into webhook_deliveries (id, workspace_id, webhook_id, event_id, position, state, next_attempt_at)
       select d.id, d.workspace_id, d.webhook_id, d.event_id, d.position, 'pending', now()
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[])
           as d (id, workspace_id, webhook_id, event_id, position)
       on conflict (webhook_id, event_id) do nothing`,
      [
        ids,
        wanted.map(({ workspaceId }) => workspaceId),
        wanted.map(({ webhookId }) => webhookId),
        wanted.map(({ eventId }) => eventId),
        wanted.map(({ position }) => position),
      ],
    );
  }
}
