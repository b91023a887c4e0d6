import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** The log of deliveries is for finding out what went wrong; what happened stands in the record, for ever. */
const KEPT_DAYS = 30;
const BATCH = 1000;

/** Removes what is over for long, and what belonged to webhooks that were deleted. */
@Injectable()
export class Pruning {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
  ) {}

  async prune(): Promise<void> {
    while ((await this.deliveries.prune(this.database, KEPT_DAYS, BATCH)) > 0);
    await this.webhooks.removeDeleted(this.database);
  }
}
