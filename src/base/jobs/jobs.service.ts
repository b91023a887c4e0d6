import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { JOB_STATES, openQueue, type MachineQueue } from './backend.js';
import type { JobKind } from './job-kind.js';

export interface NewJob<Payload extends object = object> {
  kind: JobKind<Payload>;
  payload: Payload;
  /** The same key again while the job is known is the same job. */
  key: string;
}

/** Hands work to the machine. Never called inside a transaction: what is handed over cannot be taken back. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private queue: Promise<MachineQueue> | undefined;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  async add(jobs: NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const queue = await this.open();
    await queue.addBulk(
      jobs.map(({ kind, payload, key }) => ({
        name: kind.name,
        data: payload,
        opts: { ...optionsOf(kind), jobId: `${kind.name}/${key}` },
      })),
    );
  }

  /** Sees to it that a sweep runs; saying it again changes nothing. */
  async schedule(kind: JobKind<object>): Promise<void> {
    const queue = await this.open();
    await queue.upsertJobScheduler(
      kind.name,
      { every: kind.everySeconds! * 1000 },
      { name: kind.name, opts: optionsOf(kind) },
    );
  }

  /** How many jobs there are, by state. */
  async counts(): Promise<Record<string, number>> {
    return (await this.open()).getJobCounts(...JOB_STATES);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const queue = await this.queue?.catch(() => undefined);
    await queue?.close();
  }

  // Opened when it is first needed: answering requests and the commands need none.
  private open(): Promise<MachineQueue> {
    this.queue ??= this.connect().catch((error: Error) => {
      this.queue = undefined;
      throw error;
    });
    return this.queue;
  }

  private async connect(): Promise<MachineQueue> {
    const queue = openQueue(this.settings);
    queue.on('error', (error) => this.logger.warn(`the job queue is out of reach: ${error.message}`));
    await queue.waitUntilReady();
    return queue;
  }
}

// Finished jobs are kept briefly so that a key handed over twice is known; failed ones long enough to be looked at.
function optionsOf(kind: JobKind<object>): object {
  return {
    attempts: kind.attempts,
    backoff: { type: 'exponential', delay: kind.backoffSeconds * 1000 },
    removeOnComplete: { age: 3600, count: 1000 },
    removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
  };
}
