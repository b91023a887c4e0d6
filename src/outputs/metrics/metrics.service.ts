import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Registry } from 'prom-client';
import { OperatorPort } from '../../base/http/operator-port.js';

/** All metrics of this process, and the text in which Prometheus reads them. */
@Injectable()
export class Metrics implements OnModuleInit {
  readonly registry = new Registry();
  readonly contentType = this.registry.contentType;
  private readonly refreshing: (() => Promise<void>)[] = [];

  constructor(private readonly port: OperatorPort) {}

  onModuleInit(): void {
    this.port.show({ path: '/metrics', type: this.contentType, read: () => this.text() });
  }

  /** Has done before each scrape what brings values up to date that nobody pushes. It must not throw. */
  beforeScrape(refresh: () => Promise<void>): void {
    this.refreshing.push(refresh);
  }

  async text(): Promise<string> {
    await Promise.all(this.refreshing.map((refresh) => refresh()));
    return this.registry.metrics();
  }
}
