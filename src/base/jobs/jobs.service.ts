import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { JOB_STATES, type MachineQueue, openQueue, type OpenQueue } from './backend.js';
import type { JobKind } from './job-kind.js';
import { Reachability } from './reachability.js';

export interface NewJob<Payload extends object = object> {
  kind: JobKind<Payload>;
  payload: Payload;
  /** The same key again while the job is known is the same job. */
  key: string;
  /**
   * For jobs that find from the rows what there is to do: of those with the same word here one waits at most, and one
   * runs. What is handed over while it runs makes it run once more.
   */
  together?: string;
  /** Not before so many milliseconds from now. */
  delayMs?: number;
}

const READY_MS = 3000;

/** Hands work to the machine. Never called inside a transaction: what is handed over cannot be taken back. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly reachability = new Reachability(new Logger(Jobs.name));
  private opened: OpenQueue | undefined;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** Throws when the jobs were not taken; then none of them was, or handing them over again is the same. */
  async add(jobs: NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const bulk = jobs.map(({ kind, payload, key, together, delayMs }) => ({
      name: kind.name,
      data: payload,
      opts: {
        ...optionsOf(kind),
        jobId: `${kind.name}/${key}`,
        delay: delayMs ?? 0,
        ...(together !== undefined && {
          deduplication: { id: `${kind.name}/${together}`, keepLastIfActive: true },
        }),
      },
    }));
    await this.asking((queue) => queue.addBulk(bulk));
  }

  /** Sees to it that these sweeps are scheduled; what is scheduled already stays as it is. */
  async schedule(kinds: JobKind<object>[]): Promise<void> {
    await this.asking(async (queue) => {
      if ((await queue.getJobSchedulersCount()) === kinds.length) return;
      for (const kind of kinds) {
        await queue.upsertJobScheduler(
          kind.name,
          { every: kind.everySeconds! * 1000 },
          { name: kind.name, opts: optionsOf(kind) },
        );
      }
    });
  }

  /** Whether what keeps the jobs answers now. On PostgreSQL it is the database itself. */
  async answers(): Promise<boolean> {
    if (this.settings.REDIS_URL === undefined) return true;
    return this.open().answers();
  }

  /** How many jobs there are, by state. */
  counts(): Promise<Record<string, number>> {
    return this.asking((queue) => queue.getJobCounts(...JOB_STATES));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }

  // Opened when it is first needed: answering requests and the commands need none.
  private open(): OpenQueue {
    if (this.opened === undefined) {
      this.opened = openQueue(this.settings);
      this.reachability.watch(this.opened.queue);
    }
    return this.opened;
  }

  private async asking<T>(work: (queue: MachineQueue) => Promise<T>): Promise<T> {
    const opened = this.open();
    try {
      await this.ready(opened);
      const answer = await work(opened.queue);
      this.reachability.found();
      return answer;
    } catch (error) {
      this.reachability.lost(error as Error);
      throw error;
    }
  }

  private async ready(opened: OpenQueue): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((_, reject) => {
      timer = setTimeout(() => reject(new Error('it does not answer')), READY_MS);
    });
    // A queue that failed to open stays so for ever: the next time another one is opened.
    const ready = opened.queue.waitUntilReady().catch(async (error: Error) => {
      if (this.opened === opened) this.opened = undefined;
      await opened.close().catch(() => undefined);
      throw error;
    });
    await Promise.race([ready, tooLate]).finally(() => clearTimeout(timer));
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
