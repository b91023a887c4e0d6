import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { Endpoint } from './endpoint.service.js';
import { deliverWebhook } from './webhook.jobs.js';

/** So many endpoints are served at once; the others take turns. */
const MOST_ENDPOINTS = 100;
const TURN_MS = 20_000;
/** Time for requests under way when the process stops. */
const LAST_WAIT_MS = 2000;
/** What is due for so long was forgotten by the jobs. */
const FORGOTTEN_S = 3;

/**
 * Sends what is due, in this process. Jobs only wake it: a job that waited for an endpoint would keep one of the few
 * places of the machine's worker for as long as that endpoint likes. Here each endpoint is served apart from all
 * others, with a few requests at once, so one that is slow or dead holds up itself alone.
 */
@Injectable()
export class Sending implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Sending.name);
  private readonly stopping = new AbortController();
  /** Endpoints to be looked at, in the order in which they asked. */
  private readonly woken = new Set<string>();
  private readonly served = new Map<string, Promise<void>>();
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoint: Endpoint,
    private readonly jobs: Jobs,
  ) {}

  /** Something may be due for this webhook. */
  wake(webhookId: string): void {
    this.woken.add(webhookId);
    this.begin();
  }

  /** Wakes what was forgotten: every job can be lost, and a process can die with deliveries in hand. */
  async sweep(): Promise<void> {
    const at = Date.now();
    const overdue = await this.deliveries.overdue(this.database, FORGOTTEN_S);
    await this.jobs.add(
      overdue.map((webhookId) => ({
        kind: deliverWebhook,
        payload: { webhookId },
        key: `${webhookId}-swept-${at}`,
      })),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    const cutOff = setTimeout(() => this.stopping.abort(), LAST_WAIT_MS);
    await Promise.all(this.served.values());
    clearTimeout(cutOff);
  }

  private begin(): void {
    for (const webhookId of this.woken) {
      if (this.closing || this.served.size >= MOST_ENDPOINTS) return;
      if (this.served.has(webhookId)) continue;
      this.woken.delete(webhookId);
      const serving = this.serve(webhookId)
        .catch((error: Error) => this.logger.warn(`the deliveries of a webhook wait: ${error.message}`))
        .finally(() => {
          this.served.delete(webhookId);
          this.begin();
        });
      this.served.set(webhookId, serving);
    }
  }

  /** Sends to one endpoint until nothing is due, or until others wait for their turn. */
  private async serve(webhookId: string): Promise<void> {
    const turnEnds = performance.now() + TURN_MS;
    const inHand = new Set<Promise<void>>();
    while (!this.closing) {
      if (performance.now() > turnEnds && this.served.size >= MOST_ENDPOINTS) {
        this.woken.add(webhookId);
        break;
      }
      const sends = await this.endpoint.claim(webhookId);
      for (const send of sends) {
        const sent: Promise<void> = send(this.stopping.signal).finally(() => inHand.delete(sent));
        inHand.add(sent);
      }
      if (inHand.size === 0) return;
      // Not one by one: taking some costs as much as taking one.
      do await Promise.race(inHand);
      while (inHand.size > Endpoint.AT_ONCE / 2);
    }
    await Promise.all(inHand);
  }
}
