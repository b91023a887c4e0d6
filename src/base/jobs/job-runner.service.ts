import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Job } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { Settings } from '../config/settings.js';
import { openWorker, type OpenWorker } from './backend.js';
import { declaredJobs, JobHandler, pairHandlers } from './job-kind.js';
import { Jobs } from './jobs.service.js';
import { Reachability } from './reachability.js';

const CONCURRENCY = 4;
// A Redis that lost everything has lost the sweeps' schedules too; looked at so often, that costs seconds.
const RESCHEDULE_MS = 10_000;
const REOPEN_MS = 1000;

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
  private readonly reachability = new Reachability(this.logger);
  private readonly stopping = new AbortController();
  private opened: OpenWorker | undefined;
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

  /** Jobs kept in our PostgreSQL run when this resolves. With Redis they run as soon as it is there: a start never waits for it. */
  async start(): Promise<void> {
    const handlers = this.pair();
    const perform = ({ name, data }: Pick<Job, 'name' | 'data'>) =>
      this.run(handlers.get(name)!, data as object);
    if (this.settings.REDIS_URL === undefined) await this.open(perform);
    else void this.openWhenReachable(perform);
    this.schedule();
    this.rescheduling = setInterval(() => this.schedule(), RESCHEDULE_MS);
  }

  /** Tells of every run of a job in this process, when it is over. */
  whenFinished(listener: (run: FinishedRun) => void): void {
    this.listeners.add(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.rescheduling);
    await this.opened?.close();
  }

  private async openWhenReachable(
    perform: (job: Pick<Job, 'name' | 'data'>) => Promise<void>,
  ): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        return await this.open(perform);
      } catch (error) {
        this.reachability.lost(error as Error);
        await this.opened?.close().catch(() => undefined);
        await pause(REOPEN_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private async open(perform: (job: Pick<Job, 'name' | 'data'>) => Promise<void>): Promise<void> {
    const opened = openWorker(this.settings, perform, { concurrency: CONCURRENCY });
    this.opened = opened;
    const { worker } = opened;
    this.reachability.watch(worker);
    worker.on('completed', () => this.reachability.found());
    worker.on('failed', (job, error) => {
      const last = (job?.attemptsMade ?? 0) >= (job?.opts.attempts ?? 1);
      if (last)
        this.logger.error(`the job ${job?.name ?? '?'} failed for good: ${error.stack ?? error.message}`);
    });
    await worker.waitUntilReady();
    void worker.run();
  }

  // What is wrong is said by whoever hands jobs over.
  private schedule(): void {
    const sweeps = declaredJobs().filter(({ everySeconds }) => everySeconds !== undefined);
    this.jobs.schedule(sweeps).catch(() => undefined);
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
}
