import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { notFound } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { type EventDto, presentEvent } from '../../facts/telling/event.dto.js';
import { outsider } from '../../facts/telling/listener.js';
import { TellingRepository } from '../../facts/telling/telling.repository.js';
import { Events } from '../../record/events/events.service.js';
import { DeliveriesRepository, type DeliveryRow } from './deliveries.repository.js';
import type { DeliveriesQuery } from './delivery.dto.js';
import type { WebhookAttempt } from './delivery.entity.js';
import { webhookDisabled } from './webhook.errors.js';
import { WEBHOOK_REDELIVERY_WANTED } from './webhook.events.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { Webhooks } from './webhooks.service.js';

/** What a webhook was told, and how that went. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly repository: DeliveriesRepository,
    private readonly webhooksRepository: WebhooksRepository,
    private readonly webhooks: Webhooks,
    private readonly telling: TellingRepository,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, webhookId: string, query: DeliveriesQuery): Promise<Page<DeliveryRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const webhook = await this.webhooksRepository.find(this.database, actor.workspaceId, webhookId);
    if (webhook === null) throw notFound('webhook');
    const { state, limit } = query;
    return pageFrom(
      await this.repository.page(this.database, webhook, { state, limit, after }),
      limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async read(
    actor: Actor,
    id: string,
  ): Promise<{ delivery: DeliveryRow; event: EventDto; log: WebhookAttempt[] }> {
    const { workspaceId } = actor;
    const delivery = await this.repository.find(this.database, workspaceId, id);
    if (delivery === null) throw notFound('delivery');
    const listener = outsider(workspaceId);
    const [event] = await this.telling.events(this.database, listener, [delivery.eventId]);
    return {
      delivery,
      event: presentEvent(event!, listener),
      log: await this.repository.log(this.database, workspaceId, id),
    };
  }

  /** Answers that brought back what they were sent, as far as that names a member. */
  forgetAbout(tx: Tx, member: { workspaceId: string; id: string }): Promise<void> {
    return this.repository.forgetAbout(tx, member);
  }

  /** Sends it once more, or goes on trying, under the same webhook-id. */
  async redeliver(actor: Actor, id: string): Promise<DeliveryRow> {
    return this.database.transaction(async (tx) => {
      const known = await this.repository.find(tx, actor.workspaceId, id);
      if (known === null) throw notFound('delivery');
      const webhook = await this.webhooksRepository.lock(tx, actor.workspaceId, known.webhookId);
      if (webhook === null) throw notFound('delivery');
      if (webhook.disabledAt !== null) throw webhookDisabled();
      await this.repository.sendAgain(tx, id);
      const wanted = { deliveryId: id, eventId: known.eventId };
      await this.events.append(tx, actor, [WEBHOOK_REDELIVERY_WANTED.of({ id: webhook.id }, wanted)]);
      this.webhooks.wakeAfter(tx, webhook.id);
      return (await this.repository.find(tx, actor.workspaceId, id))!;
    });
  }
}
