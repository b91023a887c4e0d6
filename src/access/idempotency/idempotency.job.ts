import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { Idempotency } from './idempotency.service.js';

export const sweepIdempotencyKeys = jobKind({
  name: 'idempotency-key.sweep',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 3600,
});

@Injectable()
export class SweepIdempotencyKeysJob extends JobHandler<Record<string, never>> {
  readonly kind = sweepIdempotencyKeys;

  constructor(private readonly idempotency: Idempotency) {
    super();
  }

  perform(): Promise<void> {
    return this.idempotency.forgetOld();
  }
}
