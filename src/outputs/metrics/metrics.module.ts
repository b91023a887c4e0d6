import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '../../base/config/settings.js';
import { DeskMetrics } from './desk.metrics.js';
import { DeskRepository } from './desk.repository.js';
import { JobMetrics } from './jobs.metrics.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.service.js';
import { ProcessMetrics } from './process.metrics.js';
import { Readings } from './readings.js';
import { RequestMetrics } from './requests.metrics.js';
import { WebhookMetrics } from './webhooks.metrics.js';
import { WebhookReadings } from './webhooks.repository.js';
import { StreamMetrics } from './streams.metrics.js';

/** Where nobody can read metrics, nothing is measured. */
@Module({})
export class MetricsModule {
  static with({ METRICS_PORT: port, METRICS_TOKEN: token }: Settings): DynamicModule {
    if (port === undefined && token === undefined) return { module: MetricsModule };
    return {
      module: MetricsModule,
      controllers: token === undefined ? [] : [MetricsController],
      providers: [
        Metrics,
        Readings,
        RequestMetrics,
        JobMetrics,
        ProcessMetrics,
        DeskMetrics,
        DeskRepository,
        WebhookMetrics,
        WebhookReadings,
        StreamMetrics,
      ],
    };
  }
}
