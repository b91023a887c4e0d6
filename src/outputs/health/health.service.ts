import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAVAILABLE } from '../../base/errors/problem.js';
import { Draining } from '../../base/http/draining.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import type { LiveDto, ReadyDto } from './health.dto.js';

@Injectable()
export class Health {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly draining: Draining,
  ) {}

  live(): LiveDto {
    return { status: 'ok' };
  }

  async ready(): Promise<ReadyDto> {
    if (this.draining.begun)
      throw new Problem(UNAVAILABLE, 'The server is about to stop.', { retryAfter: 2 });
    try {
      await this.database.query('select 1');
    } catch {
      throw new Problem(UNAVAILABLE, 'The database cannot be reached.', { retryAfter: 2 });
    }
    return (await this.jobs.answers()) ? { status: 'ok', jobs: 'up' } : { status: 'degraded', jobs: 'down' };
  }
}
