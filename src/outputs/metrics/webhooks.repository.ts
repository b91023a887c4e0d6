import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';

export interface WebhooksRow {
  workspace: string;
  working: number;
  failing: number;
  off: number;
  dueSeconds: number;
}

@Injectable()
export class WebhookReadings {
  /** Per webhook one look at the first of ix_webhook_deliveries_due, however much waits. */
  webhooks(reader: Reader): Promise<WebhooksRow[]> {
    return reader.query<WebhooksRow>(
      `select w.slug as workspace,
              count(*) filter (where h.disabled_at is null and h.failing_since is null)::float8 as working,
              count(*) filter (where h.disabled_at is null and h.failing_since is not null)::float8 as failing,
              count(*) filter (where h.disabled_reason in ('failing', 'gone'))::float8 as off,
              coalesce(greatest(max(extract(epoch from statement_timestamp() - due.at)), 0), 0)::float8 as "dueSeconds"
         from webhooks h
         join workspaces w on w.id = h.workspace_id
         left join lateral (
           select d.next_attempt_at as at from webhook_deliveries d
            where h.disabled_at is null and d.webhook_id = h.id and d.state = 'pending'
            order by d.next_attempt_at limit 1
         ) due on true
        where h.deleted_at is null
        group by w.slug`,
    );
  }
}
