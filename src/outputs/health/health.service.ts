import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { Problem, UNAVAILABLE } from '../../base/errors/problem.js';
import type { HealthDto } from './health.dto.js';

@Injectable()
export class Health {
  constructor(private readonly database: Database) {}

  live(): HealthDto {
    return { status: 'ok' };
  }

  async ready(): Promise<HealthDto> {
    try {
      await this.database.query('select 1');
    } catch {
      throw new Problem(UNAVAILABLE, 'The database cannot be reached.', { retryAfter: 2 });
    }
    return { status: 'ok' };
  }
}
