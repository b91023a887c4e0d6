import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Worker } from 'bullmq';
import { Settings } from '../config/settings.js';
import { openWorker } from './backend.js';
import { declaredJobs, JobHandler, pairHandlers } from './job-kind.js';
import { Jobs } from './jobs.service.js';

const CONCURRENCY = 4;
// A Redis that lost everything has lost the sweeps' schedules too; said again each minute, that costs a minute.
const RESCHEDULE_MS = 60_000;

/** One run of a job that is over. A failed one may be tried again, which is another run. */
export interface FinishedRun {
  job: string;
  outcome: 'completed' | 'failed';
  seconds: number;
}

/** Runs the machine's jobs in this process. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private worker: Worker | undefined;
  private rescheduling: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<(run: FinishedRun) => void>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
  ) {}

  /** Pairs every declared job with its handler; throws when one has none, or two. In every role, so that no start hides it. */
  pair(): Map<string, JobHandler<object>> {
    const handlers = this.discovery
      .getProviders()
      .map(({ instance }) => instance as unknown)
      .filter((instance): instance is JobHandler<object> => instance instanceof JobHandler);
    return pairHandlers(declaredJobs(), [...new Set(handlers)]);
  }

  async start(): Promise<void> {
    const handlers = this.pair();
    this.worker = openWorker(
      this.settings,
      ({ name, data }) => this.run(handlers.get(name)!, data as object),
      {
        concurrency: CONCURRENCY,
      },
    );
    this.worker.on('error', (error) => this.logger.warn(`the job queue is out of reach: ${error.message}`));
    this.worker.on('failed', (job, error) => {
      const last = (job?.attemptsMade ?? 0) >= (job?.opts.attempts ?? 1);
      if (last)
        this.logger.error(`the job ${job?.name ?? '?'} failed for good: ${error.stack ?? error.message}`);
    });
    await this.worker.waitUntilReady();
    void this.worker.run();
    await this.schedule();
    this.rescheduling = setInterval(() => {
      this.schedule().catch((error: Error) =>
        this.logger.warn(`sweeps were not scheduled: ${error.message}`),
      );
    }, RESCHEDULE_MS);
  }

  /** Tells of every run of a job in this process, when it is over. */
  whenFinished(listener: (run: FinishedRun) => void): void {
    this.listeners.add(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.rescheduling);
    await this.worker?.close();
  }

  private async run(handler: JobHandler<object>, payload: object): Promise<void> {
    const begun = performance.now();
    let outcome: FinishedRun['outcome'] = 'failed';
    try {
      await handler.perform(payload);
      outcome = 'completed';
    } finally {
      const run = { job: handler.kind.name, outcome, seconds: (performance.now() - begun) / 1000 };
      this.listeners.forEach((listener) => listener(run));
    }
  }

  private async schedule(): Promise<void> {
    for (const kind of declaredJobs()) {
      if (kind.everySeconds !== undefined) await this.jobs.schedule(kind);
    }
  }
}
