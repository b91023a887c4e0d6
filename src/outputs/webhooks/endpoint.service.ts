import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { Outgoing, type OutgoingAnswer } from '../../base/outgoing/outgoing.service.js';
import { presentEvent } from '../../facts/telling/event.dto.js';
import { outsider } from '../../facts/telling/listener.js';
import { type EventView, TellingRepository } from '../../facts/telling/telling.repository.js';
import { type Claimed, DeliveriesRepository, type EndpointRow } from './deliveries.repository.js';
import { writeMessage } from './message.js';
import {
  isGone,
  judge,
  type Outcome,
  readRetryAfter,
  succeeded,
  SWITCHED_OFF_AFTER_MS,
} from './retry.rules.js';
import { WebhookSecrets } from './secrets.service.js';
import { deliverWebhook } from './webhook.jobs.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { Webhooks } from './webhooks.service.js';

/** Longer than a request can take; whoever dies with deliveries in hand keeps them so long. */
const LEASE_SECONDS = 30;
/** What cannot be signed waits for the operator. */
const UNSIGNED_WAIT_SECONDS = 60;
const ANSWER_BYTES = 4096;

/** Sends one delivery and writes down what came of it; never throws. */
export type Send = (signal: AbortSignal) => Promise<void>;

/** One webhook's address, as those see it who send to it. */
@Injectable()
export class Endpoint {
  /** So many requests at once, over all processes; to one that fails, one. */
  static readonly AT_ONCE = 8;
  private readonly logger = new Logger(Endpoint.name);

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly repository: WebhooksRepository,
    private readonly webhooks: Webhooks,
    private readonly secrets: WebhookSecrets,
    private readonly telling: TellingRepository,
    private readonly outgoing: Outgoing,
    private readonly jobs: Jobs,
  ) {}

  /** Takes what is due and may be sent now; none when the webhook is off or gone. */
  async claim(webhookId: string): Promise<Send[]> {
    const { webhook, claimed } = await this.database.transaction(async (tx) => {
      const webhook = await this.deliveries.lockEndpoint(tx, webhookId);
      if (webhook === null) return { webhook, claimed: [] };
      const atOnce = webhook.failingSince === null ? Endpoint.AT_ONCE : 1;
      return { webhook, claimed: await this.deliveries.claim(tx, webhookId, atOnce, LEASE_SECONDS) };
    });
    if (webhook === null || claimed.length === 0) return [];
    const secrets = await this.secretsFor(webhook, claimed);
    const ids = claimed.map(({ eventId }) => eventId);
    const events = await this.telling.events(this.database, outsider(webhook.workspaceId), ids);
    const byId = new Map(events.map((event) => [event.id, event]));
    return claimed.map(
      (delivery) => (signal) =>
        this.send(webhook, delivery, byId.get(delivery.eventId)!, secrets, signal).catch((error: Error) =>
          this.logger.warn(`the delivery ${delivery.id} was not written down: ${error.message}`),
        ),
    );
  }

  private async secretsFor(webhook: EndpointRow, claimed: Claimed[]): Promise<string[]> {
    try {
      return await this.secrets.live(this.database, webhook);
    } catch (error) {
      await this.deliveries.giveBack(this.database, claimed, UNSIGNED_WAIT_SECONDS);
      throw new Error(`its secret cannot be opened: ${(error as Error).message}`, { cause: error });
    }
  }

  private async send(
    webhook: EndpointRow,
    delivery: Claimed,
    event: EventView,
    secrets: string[],
    signal: AbortSignal,
  ): Promise<void> {
    const beganAt = new Date();
    const begun = performance.now();
    const { headers, body } = writeMessage(
      delivery.id,
      presentEvent(event, outsider(webhook.workspaceId)),
      secrets,
      beganAt,
    );
    let answer: OutgoingAnswer | null = null;
    let error: string | null = null;
    try {
      answer = await this.outgoing.send({
        purpose: 'webhook',
        method: 'POST',
        url: webhook.url,
        headers,
        body,
        answerBytes: ANSWER_BYTES,
        signal,
      });
    } catch (thrown) {
      if (signal.aborted) return this.deliveries.giveBack(this.database, [delivery], 0);
      error = (thrown as Error).message;
    }
    const outcome: Outcome = {
      status: answer?.status ?? null,
      retryAfterMs: readRetryAfter(answer?.headers['retry-after'], beganAt),
    };
    const verdict = judge(outcome, delivery.tries, delivery.triedForMs, Math.random());
    const attempt = {
      beganAt,
      durationMs: Math.round(performance.now() - begun),
      url: webhook.url,
      requestHeaders: headers,
      status: outcome.status,
      answerHeaders: answer?.headers ?? null,
      // PostgreSQL keeps no NUL in text.
      answerBody: answer?.body.toString('utf8').replaceAll('\0', '\u{fffd}') ?? null,
      answerCut: answer?.cut ?? false,
      error,
    };
    await this.deliveries.record(this.database, delivery, attempt, verdict);
    await this.judgeEndpoint(webhook, outcome);
    if (verdict.state === 'pending') await this.comeBack(webhook, delivery, verdict.waitMs);
  }

  private async judgeEndpoint(webhook: EndpointRow, outcome: Outcome): Promise<void> {
    const success = succeeded(outcome);
    if (success && webhook.failingSince === null) return;
    const failingSince = await this.repository.noteOutcome(this.database, webhook.id, success);
    if (isGone(outcome)) return this.webhooks.switchOff(webhook, 'gone', failingSince);
    if (failingSince !== null && Date.now() - failingSince.getTime() >= SWITCHED_OFF_AFTER_MS)
      await this.webhooks.switchOff(webhook, 'failing', failingSince);
  }

  // Lost, or not taken, it is the sweep that finds it.
  private async comeBack(
    { id: webhookId }: EndpointRow,
    { id, number }: Claimed,
    delayMs: number,
  ): Promise<void> {
    const job = { kind: deliverWebhook, payload: { webhookId }, key: `${id}-${number}`, delayMs };
    await this.jobs.add([job]).catch(() => undefined);
  }
}
