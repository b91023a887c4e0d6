import type { Logger } from '@nestjs/common';

// While a queue is out of reach its client reports an error with each try to connect.
const SAY_AGAIN_MS = 60_000;

/** Says once, not with every try, that the job queue is out of reach; and again each minute while it is. */
export class Reachability {
  private saidAt = -Infinity;
  private saying = '';

  constructor(private readonly logger: Logger) {}

  watch(queue: { on(event: 'error', listener: (error: Error) => void): unknown }): void {
    queue.on('error', (error) => this.lost(error));
  }

  lost(error: Error): void {
    const now = performance.now();
    if (error.message === this.saying && now - this.saidAt < SAY_AGAIN_MS) return;
    this.saidAt = now;
    this.saying = error.message;
    this.logger.warn(`the job queue is out of reach: ${error.message}. Jobs wait; nothing is lost.`);
  }

  found(): void {
    if (this.saying === '') return;
    this.saying = '';
    this.saidAt = -Infinity;
    this.logger.warn('the job queue is in reach again');
  }
}
