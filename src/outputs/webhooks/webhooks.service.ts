import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { invalidField, notFound } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { Destinations } from '../../base/outgoing/destinations.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { isEventFilter } from '../../facts/telling/event-filter.js';
import { Events } from '../../record/events/events.service.js';
import { WebhookSecrets } from './secrets.service.js';
import type { NewWebhook, WebhookChange } from './webhook.dto.js';
import type { DisabledReason } from './webhook.entity.js';
import { unknownFilter } from './webhook.errors.js';
import {
  told,
  WEBHOOK_CREATED,
  WEBHOOK_DELETED,
  WEBHOOK_DISABLED,
  WEBHOOK_SECRET_ROTATED,
  webhookUpdated,
} from './webhook.events.js';
import { deliverWebhook } from './webhook.jobs.js';
import { type WebhookRow, WebhooksRepository } from './webhooks.repository.js';

@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly repository: WebhooksRepository,
    private readonly secrets: WebhookSecrets,
    private readonly destinations: Destinations,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  async create(actor: Actor, given: NewWebhook): Promise<{ webhook: WebhookRow; secret: string }> {
    this.check(given);
    const { workspaceId, memberId: createdBy } = actor;
    const id = uuid();
    return this.database.transaction(async (tx) => {
      await this.repository.insert(tx, { id, workspaceId, createdBy, ...given });
      const secret = await this.secrets.add(tx, { workspaceId, id });
      const webhook = await this.lock(tx, actor, id);
      await this.events.append(tx, actor, [WEBHOOK_CREATED.of({ id }, { webhook: told(webhook) })]);
      return { webhook, secret };
    });
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<WebhookRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.page(this.database, actor.workspaceId, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async change(
    actor: Actor,
    id: string,
    expected: ExpectedVersion,
    change: WebhookChange,
  ): Promise<WebhookRow> {
    this.check(change);
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, actor, id);
      expectVersion(expected, before.version);
      const after = changed(before, change);
      const event = webhookUpdated(before, after);
      if (event === null) return before;
      const switchedOn = before.disabledAt !== null && after.disabledAt === null;
      await this.repository.save(tx, after, switchedOn);
      await this.events.append(tx, actor, [event]);
      if (switchedOn) this.wakeAfter(tx, id);
      return after;
    });
  }

  async delete(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const webhook = await this.lock(tx, actor, id);
      await this.repository.delete(tx, webhook);
      await this.events.append(tx, actor, [WEBHOOK_DELETED.of({ id }, {})]);
    });
  }

  async rotate(actor: Actor, id: string): Promise<{ webhook: WebhookRow; secret: string }> {
    return this.database.transaction(async (tx) => {
      const before = await this.lock(tx, actor, id);
      const { secret, oldUntil } = await this.secrets.rotate(tx, before);
      await this.repository.save(tx, { ...before, version: before.version + 1 }, false);
      await this.events.append(tx, actor, [WEBHOOK_SECRET_ROTATED.of({ id }, { oldSecretsUntil: oldUntil })]);
      return { webhook: await this.lock(tx, actor, id), secret };
    });
  }

  /** Off because of what its endpoint does or does not; whoever reads events or the webhook sees it. */
  async switchOff(
    { workspaceId, id }: Pick<WebhookRow, 'workspaceId' | 'id'>,
    why: DisabledReason,
    failingSince: Date | null,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.repository.disable(tx, id, why))
        await this.events.append(tx, system(workspaceId), [
          WEBHOOK_DISABLED.of({ id }, { why, failingSince }),
        ]);
    });
  }

  /** Has sent soon after the commit what may be due; what this job does not find, the sweep does. */
  wakeAfter(tx: Tx, webhookId: string): void {
    const job = { kind: deliverWebhook, payload: { webhookId }, key: `${webhookId}-${uuid()}` };
    tx.afterCommit(() => void this.jobs.add([job]).catch(() => undefined));
  }

  private async lock(tx: Tx, { workspaceId }: Actor, id: string): Promise<WebhookRow> {
    const webhook = await this.repository.lock(tx, workspaceId, id);
    if (webhook === null) throw notFound('webhook');
    return webhook;
  }

  private check({ url, events }: WebhookChange): void {
    const fault = url === undefined ? null : this.destinations.faultOf(url);
    if (fault !== null) throw invalidField('url', fault);
    const wrong = (events ?? []).findIndex((filter) => !isEventFilter(filter));
    if (wrong >= 0) throw unknownFilter(wrong);
  }
}

function changed(before: WebhookRow, { url, events, enabled }: WebhookChange): WebhookRow {
  const after = { ...before, url: url ?? before.url, events: events ?? before.events };
  after.version += 1;
  const switched = enabled !== undefined && enabled === (before.disabledAt !== null);
  if (switched) {
    after.disabledAt = enabled ? null : new Date();
    after.disabledReason = enabled ? null : 'by_member';
  }
  // Another endpoint, or a new beginning: what failed before says nothing about it.
  if (after.url !== before.url || (switched && enabled)) after.failingSince = null;
  return after;
}
