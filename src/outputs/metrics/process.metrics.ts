import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge } from 'prom-client';
import { versionOfProgram } from '../../base/config/home.js';
import { Settings } from '../../base/config/settings.js';
import { Database, type PoolUse } from '../../base/database/database.service.js';
import { Events } from '../../record/events/events.service.js';
import { ASSIGNMENT_EXPIRED } from '../../reviews/rounds/round.events.js';
import { Metrics } from './metrics.service.js';

/** What this process is, what it uses, and what it alone can count. */
@Injectable()
export class ProcessMetrics {
  constructor(settings: Settings, database: Database, events: Events, { registry }: Metrics) {
    collectDefaultMetrics({ register: registry });
    new Gauge({
      name: 'second_source_build_info',
      help: 'Always 1; its labels say the version and the role of this process.',
      labelNames: ['version', 'role'],
      registers: [registry],
    }).set({ version: versionOfProgram(), role: settings.ROLE }, 1);

    const pool = (name: string, help: string, value: (use: PoolUse) => number) =>
      new Gauge({
        name: `second_source_database_pool_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(value(database.use));
        },
      });
    pool('connections', 'Database connections this process has open.', ({ total }) => total);
    pool('idle_connections', 'Open database connections that nobody uses now.', ({ idle }) => idle);
    pool('max_connections', 'Database connections this process may have open at once.', ({ most }) => most);
    pool('waiting', 'Requests and jobs that wait for a database connection now.', ({ waiting }) => waiting);

    // Each expiry is written by exactly one process, whichever tidies it, and counted there after the commit.
    const expiries = new Counter({
      name: 'second_source_lease_expiries_total',
      help: 'Leases and offers that ran out and were tidied by this process: use sum.',
      registers: [registry],
    });
    events.whenCommitted((written) => {
      const expired = written.filter(({ type }) => type === ASSIGNMENT_EXPIRED);
      if (expired.length > 0) expiries.inc(expired.length);
    });
  }
}
