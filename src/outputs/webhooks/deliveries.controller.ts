import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { PathId } from '../../base/http/path-id.js';
import { Deliveries } from './deliveries.service.js';
import {
  DeliveryDto,
  DeliveryWithLogDto,
  presentDelivery,
  presentDeliveryWithLog,
  Redelivery,
} from './delivery.dto.js';
import { WEBHOOK_DISABLED } from './webhook.errors.js';

@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: Deliveries) {}

  @Get(':id')
  @May('webhook.manage')
  @Operation({
    summary: 'Read a delivery with every attempt at it',
    answer: DeliveryWithLogDto,
    finds: true,
  })
  async read(@Caller() actor: Actor, @Param('id', PathId) id: string): Promise<DeliveryWithLogDto> {
    const { delivery, event, log } = await this.deliveries.read(actor, id);
    return presentDeliveryWithLog(delivery, event, log);
  }

  @Post(':id/redeliver')
  @May('webhook.manage')
  @Operation({
    summary: 'Send a delivery again',
    description: 'At once, under the same webhook-id, and tried like a new one.',
    answer: DeliveryDto,
    finds: true,
    errors: [WEBHOOK_DISABLED],
  })
  async redeliver(
    @Caller() actor: Actor,
    @Param('id', PathId) id: string,
    @Body() _given: Redelivery,
  ): Promise<DeliveryDto> {
    return presentDelivery(await this.deliveries.redeliver(actor, id));
  }
}
