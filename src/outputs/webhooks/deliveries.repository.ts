import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { DeliveryState, WebhookAttempt, WebhookDelivery } from './delivery.entity.js';
import type { Verdict } from './retry.rules.js';
import type { Webhook } from './webhook.entity.js';

export type DeliveryRow = Pick<
  WebhookDelivery,
  'id' | 'webhookId' | 'eventId' | 'state' | 'attempts' | 'nextAttemptAt' | 'createdAt' | 'finishedAt'
> & {
  eventType: string;
  /** As JSON has it: its time is text. */
  lastAttempt: WebhookAttempt | null;
};

/** Where to send, as far as sending needs to know. */
export type EndpointRow = Pick<Webhook, 'id' | 'workspaceId' | 'url' | 'failingSince'>;

/** A delivery that this process alone may send now. */
export interface Claimed {
  id: string;
  eventId: string;
  /** Of this attempt; the token of the lease. */
  number: number;
  tries: number;
  /** How long ago the first try of this series was, in milliseconds. */
  triedForMs: number;
}

const ATTEMPT = `jsonb_build_object('number', a.number, 'beganAt', a.began_at, 'durationMs', a.duration_ms, 'url', a.url,
    'requestHeaders', a.request_headers, 'status', a.status, 'answerHeaders', a.answer_headers,
    'answerBody', a.answer_body, 'answerCut', a.answer_cut, 'error', a.error)`;

const SELECT = `select d.id, d.webhook_id as "webhookId", d.event_id as "eventId", e.type as "eventType", d.state, d.attempts,
    d.next_attempt_at as "nextAttemptAt", d.created_at as "createdAt", d.finished_at as "finishedAt",
    (select ${ATTEMPT} from webhook_attempts a where a.delivery_id = d.id order by a.number desc limit 1) as "lastAttempt"
  from webhook_deliveries d join events e on e.id = d.event_id`;

@Injectable()
export class DeliveriesRepository {
  /** Newest first. */
  page(
    reader: Reader,
    { workspaceId, id }: Pick<Webhook, 'workspaceId' | 'id'>,
    query: { state: DeliveryState | undefined; limit: number; after: Place | null },
  ): Promise<DeliveryRow[]> {
    // A word of the code's own list: as a parameter it would keep the planner from the index of the dead ones.
    const state = query.state === undefined ? '' : `and d.state = '${query.state}'`;
    return reader.query<DeliveryRow>(
      `${SELECT} where d.workspace_id = $1 and d.webhook_id = $2 ${state}
          and ($4::timestamptz is null or (d.created_at, d.id) < ($4, $5::uuid))
        order by d.created_at desc, d.id desc limit $3`,
      [workspaceId, id, query.limit + 1, query.after?.[0] ?? null, query.after?.[1] ?? null],
    );
  }

  /** Of a webhook that was not deleted. */
  async find(reader: Reader, workspaceId: string, id: string): Promise<DeliveryRow | null> {
    const [row] = await reader.query<DeliveryRow>(
      `${SELECT} join webhooks w on w.id = d.webhook_id and w.deleted_at is null
        where d.workspace_id = $1 and d.id = $2`,
      [workspaceId, id],
    );
    return row ?? null;
  }

  log(reader: Reader, workspaceId: string, deliveryId: string): Promise<WebhookAttempt[]> {
    return reader.query<WebhookAttempt>(
      `select number, began_at as "beganAt", duration_ms as "durationMs", url, request_headers as "requestHeaders", status,
              answer_headers as "answerHeaders", answer_body as "answerBody", answer_cut as "answerCut", error
         from webhook_attempts where workspace_id = $1 and delivery_id = $2 order by number`,
      [workspaceId, deliveryId],
    );
  }

  /** Begins a new series of tries, at once. One that is under way is only counted again from the start. */
  async sendAgain(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update webhook_deliveries set state = 'pending', next_attempt_at = now(), tries = 0, trying_since = null, finished_at = null
        where id = $1`,
      [id],
    );
  }

  /**
   * Takes as many due deliveries of a webhook as may be in hand at once, beyond those that are. Its row is locked
   * first: the next statement's snapshot then knows what any process has taken before.
   */
  async claim(tx: Tx, webhookId: string, inHand: number, leaseSeconds: number): Promise<Claimed[]> {
    const rows = await tx.query<Claimed & { position: number }>(
      `with due as (
         select id from webhook_deliveries
          where webhook_id = $1 and state = 'pending' and next_attempt_at <= now()
            and (leased_until is null or leased_until <= now())
          order by next_attempt_at, position
          limit greatest(0, $2 - (select count(*) from webhook_deliveries where webhook_id = $1 and leased_until > now()))
            for update skip locked
       )
       update webhook_deliveries d
          set leased_until = now() + $3 * interval '1 second', attempts = attempts + 1, tries = tries + 1,
              trying_since = coalesce(trying_since, now())
         from due where d.id = due.id
       returning d.id, d.event_id as "eventId", d.attempts as number, d.tries, d.position::float8 as position,
                 (extract(epoch from now() - d.trying_since) * 1000)::float8 as "triedForMs"`,
      [webhookId, inHand, leaseSeconds],
    );
    return rows.sort((a, b) => a.position - b.position);
  }

  /** Null when nothing is sent there. */
  async lockEndpoint(tx: Tx, webhookId: string): Promise<EndpointRow | null> {
    const [row] = await tx.query<EndpointRow>(
      `select id, workspace_id as "workspaceId", url, failing_since as "failingSince" from webhooks
        where id = $1 and disabled_at is null and deleted_at is null for no key update`,
      [webhookId],
    );
    return row ?? null;
  }

  /**
   * Writes an attempt into the log, and what follows from it into its delivery, unless somebody else has begun another
   * attempt meanwhile. Answers when the next one is due.
   */
  async record(
    reader: Reader,
    delivery: Claimed,
    attempt: Omit<WebhookAttempt, 'workspaceId' | 'deliveryId' | 'number'>,
    verdict: Verdict,
  ): Promise<void> {
    await reader.query(
      `with logged as (
         insert into webhook_attempts (workspace_id, delivery_id, number, began_at, duration_ms, url, request_headers, status,
                                       answer_headers, answer_body, answer_cut, error)
         select d.workspace_id, d.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 from webhook_deliveries d where d.id = $1
         on conflict (delivery_id, number) do nothing
       )
       update webhook_deliveries
          set state = $12, leased_until = null,
              next_attempt_at = case when $12 = 'pending' then now() + $13 * interval '1 millisecond' end,
              finished_at = case when $12 <> 'pending' then now() end
        where id = $1 and attempts = $2 and state = 'pending'`,
      [
        delivery.id,
        delivery.number,
        attempt.beganAt,
        attempt.durationMs,
        attempt.url,
        JSON.stringify(attempt.requestHeaders),
        attempt.status,
        attempt.answerHeaders === null ? null : JSON.stringify(attempt.answerHeaders),
        attempt.answerBody,
        attempt.answerCut,
        attempt.error,
        verdict.state,
        verdict.state === 'pending' ? verdict.waitMs : 0,
      ],
    );
  }

  /** Gives back what could not be tried, for reasons that are not the endpoint's. */
  async giveBack(reader: Reader, deliveries: Claimed[], waitSeconds: number): Promise<void> {
    await reader.query(
      `update webhook_deliveries d
          set leased_until = null, tries = tries - 1, next_attempt_at = now() + $3 * interval '1 second'
         from unnest($1::uuid[], $2::integer[]) as g (id, number)
        where d.id = g.id and d.attempts = g.number and d.state = 'pending'`,
      [deliveries.map(({ id }) => id), deliveries.map(({ number }) => number), waitSeconds],
    );
  }

  /** Webhooks that have had something to send for a while and are not at it. */
  async overdue(reader: Reader, seconds: number): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select w.id from webhooks w
        where w.disabled_at is null and w.deleted_at is null and exists (
          select 1 from webhook_deliveries d
           where d.webhook_id = w.id and d.state = 'pending' and d.next_attempt_at <= now() - $1 * interval '1 second'
             and (d.leased_until is null or d.leased_until <= now()))`,
      [seconds],
    );
    return rows.map(({ id }) => id);
  }

  async forgetAbout(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
    await tx.query(
      `update webhook_attempts set answer_body = null where workspace_id = $1 and strpos(answer_body, $2) > 0`,
      [workspaceId, id],
    );
  }

  /** Removes one batch of what is over for long, or belongs to a webhook that was deleted; answers how many. */
  async prune(reader: Reader, keptDays: number, batch: number): Promise<number> {
    const rows = await reader.query(
      `delete from webhook_deliveries where id in (
         (select id from webhook_deliveries where finished_at < now() - $1 * interval '1 day' order by finished_at limit $2)
         union all
         (select d.id from webhooks w join webhook_deliveries d on d.webhook_id = w.id where w.deleted_at is not null limit $2)
       ) returning 1`,
      [keptDays, batch],
    );
    return rows.length;
  }
}
