import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { HistoryHeads } from './heads.service.js';

/** Finds from the rows which workspace has no head yet for the day that has ended. */
export const signHeads = jobKind({
  name: 'history.sign',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 60,
});

@Injectable()
export class SignHeadsJob extends JobHandler<Record<string, never>> {
  readonly kind = signHeads;

  constructor(private readonly heads: HistoryHeads) {
    super();
  }

  perform(): Promise<void> {
    return this.heads.makeDue();
  }
}
