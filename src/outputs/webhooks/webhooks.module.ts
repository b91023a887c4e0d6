import { Module } from '@nestjs/common';
import { TellingModule } from '../../facts/telling/telling.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { Deliveries } from './deliveries.service.js';
import { Endpoint } from './endpoint.service.js';
import { Pruning } from './pruning.service.js';
import { WebhookSecrets } from './secrets.service.js';
import { Sending } from './sending.service.js';
import { TrackingRepository } from './tracking.repository.js';
import { WebhookTracker } from './tracking.service.js';
import { DeliverWebhookJob, PruneDeliveriesJob, SweepDeliveriesJob } from './webhook.handlers.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { Webhooks } from './webhooks.service.js';

@Module({
  imports: [TellingModule],
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    Webhooks,
    WebhooksRepository,
    WebhookSecrets,
    Deliveries,
    DeliveriesRepository,
    WebhookTracker,
    TrackingRepository,
    Sending,
    Endpoint,
    Pruning,
    DeliverWebhookJob,
    SweepDeliveriesJob,
    PruneDeliveriesJob,
  ],
})
export class WebhooksModule {}
