import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { FLOWS_FOLDED_AT_ONCE, FlowsRepository } from './flows.repository.js';
import { FOLDED_AT_ONCE, StatsRepository } from './stats.repository.js';

const EVERY_MS = 1000;

/** Folds count deltas and the flows between statuses each second. A late fold makes polls slower (a millisecond per thousand deltas), never wrong. */
@Injectable()
export class Fold implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Fold.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: StatsRepository,
    private readonly flows: FlowsRepository,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.fold()
        .catch((error: Error) => this.logger.warn(`counts were not folded: ${error.message}`))
        .finally(() => (this.running = undefined));
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async fold(): Promise<void> {
    if (await this.repository.anyDeltas(this.database)) {
      while ((await this.database.transaction((tx) => this.repository.fold(tx))) === FOLDED_AT_ONCE);
    }
    while ((await this.database.transaction((tx) => this.flows.fold(tx))) === FLOWS_FOLDED_AT_ONCE);
  }
}
