import { Module, type OnModuleInit } from '@nestjs/common';
import { OperatorPort } from '../../base/http/operator-port.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

@Module({ controllers: [HealthController], providers: [Health] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly port: OperatorPort,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    const show = (path: string, read: () => object | Promise<object>) =>
      this.port.show({ path, type: JSON_TYPE, read: async () => JSON.stringify(await read()) });
    show('/health/live', () => this.health.live());
    show('/health/ready', () => this.health.ready());
  }
}
