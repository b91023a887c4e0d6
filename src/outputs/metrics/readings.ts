import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from './metrics.service.js';

// However many scrape, what stands in the database is read once in this time,
const FRESH_MS = 5000;
// and no scrape waits longer for it: without a database the other metrics are needed most.
const WAIT_MS = 2000;

/** What all processes share and so has to be asked for. Without a fresh answer its metrics are left out. */
@Injectable()
export class Readings {
  private readonly logger = new Logger(Readings.name);
  private readonly succeeded: Gauge<'reading'>;

  constructor(private readonly metrics: Metrics) {
    this.succeeded = new Gauge({
      name: 'second_source_reading_succeeded',
      help: '1 when this process could read what all processes share, 0 when its metrics are left out.',
      labelNames: ['reading'],
      registers: [metrics.registry],
    });
  }

  /** Fills the gauges anew from what is read, whenever that is needed for a scrape. */
  keep<T>(name: string, gauges: Gauge[], read: () => Promise<T>, fill: (value: T) => void): void {
    let running: Promise<void> | undefined;
    let readAt = -Infinity;
    const isFresh = () => performance.now() - readAt < FRESH_MS;
    const refresh = async () => {
      const begun = performance.now();
      const value = await read();
      gauges.forEach(forget);
      fill(value);
      readAt = begun;
    };
    this.metrics.beforeScrape(async () => {
      if (!isFresh()) {
        running ??= refresh()
          .catch((error: Error) => this.logger.warn(`the metrics of ${name} were not read: ${error.message}`))
          .finally(() => (running = undefined));
        await within(WAIT_MS, running);
      }
      if (!isFresh()) gauges.forEach(forget);
      this.succeeded.set({ reading: name }, isFresh() ? 1 : 0);
    });
  }
}

/** Leaves a gauge without values; reset alone would leave 0 in one that has no labels, and 0 is a value. */
function forget(gauge: Gauge): void {
  gauge.reset();
  gauge.remove({});
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
