import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import type { Page } from '../../base/http/pages.js';
import { PathId } from '../../base/http/path-id.js';
import { SECRETS_KEY_MISSING } from '../../base/secrets/secret-box.js';
import { Deliveries } from './deliveries.service.js';
import { DeliveriesQuery, type DeliveryDto, DeliveryPage, presentDelivery } from './delivery.dto.js';
import {
  NewWebhook,
  presentWebhook,
  Rotation,
  WebhookChange,
  WebhookDto,
  WebhookPage,
  WebhooksQuery,
  WebhookWithSecretDto,
} from './webhook.dto.js';
import { Webhooks } from './webhooks.service.js';

@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  @Post()
  @May('webhook.manage')
  @Operation({
    summary: 'Have events sent to an address',
    description:
      'Signed messages after the Standard Webhooks specification, from the next event on. The answer shows the secret, this once.',
    answer: WebhookWithSecretDto,
    status: 201,
    showsSecret: true,
    errors: [SECRETS_KEY_MISSING],
  })
  async create(@Caller() actor: Actor, @Body() given: NewWebhook): Promise<WebhookWithSecretDto> {
    const { webhook, secret } = await this.webhooks.create(actor, given);
    return { ...presentWebhook(webhook), secret };
  }

  @Get()
  @May('webhook.manage')
  @Operation({
    summary: 'List the webhooks of your workspace',
    answer: WebhookPage,
    query: WebhooksQuery,
    polling: true,
  })
  async list(@Caller() actor: Actor, @Query() query: WebhooksQuery): Promise<Page<WebhookDto>> {
    const page = await this.webhooks.list(actor, query);
    return { ...page, items: page.items.map(presentWebhook) };
  }

  @Patch(':id')
  @May('webhook.manage')
  @Operation({
    summary: 'Change a webhook, or switch it off or on',
    description:
      'Switched on, it goes on with what was waiting; what happened while it was off is not sent: read it from the feed.',
    answer: WebhookDto,
    finds: true,
    ifMatch: true,
  })
  async change(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: WebhookChange,
  ): Promise<WebhookDto> {
    return presentWebhook(await this.webhooks.change(actor, id, expected, change));
  }

  @Delete(':id')
  @May('webhook.manage')
  @Operation({
    summary: 'Delete a webhook',
    description:
      'Nothing more is sent to it, and its log of deliveries is gone. That it was there stays on the record.',
    status: 204,
    finds: true,
  })
  async delete(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<void> {
    await this.webhooks.delete(actor, id);
  }

  @Post(':id/rotate')
  @May('webhook.manage')
  @Operation({
    summary: 'Give a webhook a new secret',
    description:
      'Messages are signed with the new one and, for 24 hours more, with those before it. The answer shows the new one, this once.',
    answer: WebhookWithSecretDto,
    finds: true,
    showsSecret: true,
    errors: [SECRETS_KEY_MISSING],
  })
  async rotate(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() _given: Rotation,
  ): Promise<WebhookWithSecretDto> {
    const { webhook, secret } = await this.webhooks.rotate(actor, id);
    return { ...presentWebhook(webhook), secret };
  }

  @Get(':id/deliveries')
  @May('webhook.manage')
  @Operation({
    summary: 'List what a webhook was sent, newest first',
    description: 'With the last attempt of each; kept for 30 days after its end.',
    answer: DeliveryPage,
    query: DeliveriesQuery,
    polling: true,
    finds: true,
  })
  async sent(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Query() query: DeliveriesQuery,
  ): Promise<Page<DeliveryDto>> {
    const page = await this.deliveries.list(actor, id, query);
    return { ...page, items: page.items.map(presentDelivery) };
  }
}
