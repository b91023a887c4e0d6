import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { DisabledReason, Webhook } from './webhook.entity.js';

/** With the secrets it is signed with, as JSON has their times. */
export type WebhookRow = Omit<Webhook, 'deletedAt'> & {
  secrets: { createdAt: string; expiresAt: string | null }[];
};

export interface LiveSecret {
  id: string;
  sealed: string;
}

const SELECT = `select w.id, w.workspace_id as "workspaceId", w.url, w.events, w.created_by as "createdBy",
    w.created_at as "createdAt", w.version, w.deliver_after as "deliverAfter", w.failing_since as "failingSince",
    w.disabled_at as "disabledAt", w.disabled_reason as "disabledReason",
    coalesce((select jsonb_agg(jsonb_build_object('createdAt', s.created_at, 'expiresAt', s.expires_at) order by s.created_at desc, s.id desc)
                from webhook_secrets s where s.workspace_id = w.workspace_id and s.webhook_id = w.id
                 and (s.expires_at is null or s.expires_at > statement_timestamp())), '[]') as secrets
  from webhooks w`;

@Injectable()
export class WebhooksRepository {
  async find(reader: Reader, workspaceId: string, id: string): Promise<WebhookRow | null> {
    const [row] = await reader.query<WebhookRow>(
      `${SELECT} where w.workspace_id = $1 and w.id = $2 and w.deleted_at is null`,
      [workspaceId, id],
    );
    return row ?? null;
  }

  async lock(tx: Tx, workspaceId: string, id: string): Promise<WebhookRow | null> {
    const [row] = await tx.query<WebhookRow>(
      `${SELECT} where w.workspace_id = $1 and w.id = $2 and w.deleted_at is null for no key update of w`,
      [workspaceId, id],
    );
    return row ?? null;
  }

  page(reader: Reader, workspaceId: string, limit: number, after: Place | null): Promise<WebhookRow[]> {
    return reader.query<WebhookRow>(
      `${SELECT} where w.workspace_id = $1 and w.deleted_at is null
          and ($3::timestamptz is null or (w.created_at, w.id) > ($3, $4::uuid))
        order by w.created_at, w.id limit $2`,
      [workspaceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  /** It is told of what comes after everything that has its place in the feed now. */
  async insert(
    tx: Tx,
    webhook: Pick<Webhook, 'id' | 'workspaceId' | 'url' | 'events' | 'createdBy'>,
  ): Promise<void> {
    const { id, workspaceId, url, events, createdBy } = webhook;
    await tx.query(
      `insert into webhooks (id, workspace_id, url, events, created_by, deliver_after)
       values ($1, $2, $3, $4, $5, (select coalesce(max(position), 0) from feed))`,
      [id, workspaceId, url, events, createdBy],
    );
  }

  /** What happened while it was off is not sent later: it goes on from where the feed is now. */
  async save(tx: Tx, webhook: WebhookRow, switchedOn: boolean): Promise<void> {
    await tx.query(
      `update webhooks set url = $3, events = $4, version = $5, failing_since = $6, disabled_at = $7, disabled_reason = $8,
              deliver_after = case when $9 then (select coalesce(max(position), 0) from feed) else deliver_after end
        where workspace_id = $1 and id = $2`,
      [
        webhook.workspaceId,
        webhook.id,
        webhook.url,
        webhook.events,
        webhook.version,
        webhook.failingSince,
        webhook.disabledAt,
        webhook.disabledReason,
        switchedOn,
      ],
    );
  }

  /** Gone for everybody at once; whatever belongs to it is removed in its own time. */
  async delete(tx: Tx, { workspaceId, id }: Pick<Webhook, 'workspaceId' | 'id'>): Promise<void> {
    await tx.query('delete from webhook_secrets where workspace_id = $1 and webhook_id = $2', [
      workspaceId,
      id,
    ]);
    await tx.query('update webhooks set deleted_at = now() where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
    ]);
  }

  /** Answers false when it is off or gone already. */
  async disable(tx: Tx, id: string, reason: DisabledReason): Promise<boolean> {
    const rows = await tx.query(
      `update webhooks set disabled_at = now(), disabled_reason = $2, version = version + 1
        where id = $1 and disabled_at is null and deleted_at is null returning 1`,
      [id, reason],
    );
    return rows.length > 0;
  }

  async addSecret(tx: Tx, secret: { id: string; workspaceId: string; webhookId: string; sealed: string }) {
    const { id, workspaceId, webhookId, sealed } = secret;
    await tx.query(
      'insert into webhook_secrets (id, workspace_id, webhook_id, sealed) values ($1, $2, $3, $4)',
      [id, workspaceId, webhookId, sealed],
    );
  }

  /** Lets the secrets there are end, the present one after the overlap, all but the newest few at once; answers when the last ends. */
  async retireSecrets(tx: Tx, workspaceId: string, webhookId: string, kept: number, overlapHours: number) {
    await tx.query(
      `delete from webhook_secrets
        where workspace_id = $1 and webhook_id = $2 and (expires_at <= now() or id not in (
          select id from webhook_secrets where workspace_id = $1 and webhook_id = $2
           order by created_at desc, id desc limit $3))`,
      [workspaceId, webhookId, kept],
    );
    const [row] = await tx.query<{ until: Date }>(
      `with retired as (
         update webhook_secrets set expires_at = date_trunc('milliseconds', now()) + $3 * interval '1 hour'
          where workspace_id = $1 and webhook_id = $2 and expires_at is null
       )
       select date_trunc('milliseconds', now()) + $3 * interval '1 hour' as until`,
      [workspaceId, webhookId, overlapHours],
    );
    return row!.until;
  }

  /** Those that sign now, newest first. */
  liveSecrets(reader: Reader, workspaceId: string, webhookId: string): Promise<LiveSecret[]> {
    return reader.query<LiveSecret>(
      `select id, sealed from webhook_secrets
        where workspace_id = $1 and webhook_id = $2 and (expires_at is null or expires_at > now())
        order by created_at desc, id desc`,
      [workspaceId, webhookId],
    );
  }

  /** Notes whether attempts succeed; answers since when they have not. */
  async noteOutcome(reader: Reader, id: string, success: boolean): Promise<Date | null> {
    const [row] = await reader.query<{ failingSince: Date | null }>(
      `update webhooks set failing_since = case when $2 then null else now() end
        where id = $1 and (failing_since is null) <> $2
        returning failing_since as "failingSince"`,
      [id, success],
    );
    if (row !== undefined || success) return row?.failingSince ?? null;
    const [known] = await reader.query<{ failingSince: Date | null }>(
      'select failing_since as "failingSince" from webhooks where id = $1',
      [id],
    );
    return known?.failingSince ?? null;
  }

  /** Removes what is left of webhooks that were deleted and have no deliveries any more. */
  async removeDeleted(reader: Reader): Promise<void> {
    await reader.query(
      `delete from webhooks w where w.deleted_at is not null
          and not exists (select 1 from webhook_deliveries d where d.webhook_id = w.id)
          and not exists (select 1 from webhook_secrets s where s.workspace_id = w.workspace_id and s.webhook_id = w.id)`,
    );
  }
}
