import { Injectable } from '@nestjs/common';
import { JobHandler } from '../../base/jobs/job-kind.js';
import { Pruning } from './pruning.service.js';
import { Sending } from './sending.service.js';
import { deliverWebhook, pruneDeliveries, sweepDeliveries } from './webhook.jobs.js';

@Injectable()
export class DeliverWebhookJob extends JobHandler<{ webhookId: string }> {
  readonly kind = deliverWebhook;

  constructor(private readonly sending: Sending) {
    super();
  }

  perform({ webhookId }: { webhookId: string }): Promise<void> {
    this.sending.wake(webhookId);
    return Promise.resolve();
  }
}

@Injectable()
export class SweepDeliveriesJob extends JobHandler<Record<string, never>> {
  readonly kind = sweepDeliveries;

  constructor(private readonly sending: Sending) {
    super();
  }

  perform(): Promise<void> {
    return this.sending.sweep();
  }
}

@Injectable()
export class PruneDeliveriesJob extends JobHandler<Record<string, never>> {
  readonly kind = pruneDeliveries;

  constructor(private readonly pruning: Pruning) {
    super();
  }

  perform(): Promise<void> {
    return this.pruning.prune();
  }
}
