import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { Watching } from './watching.service.js';

/** Wakes a worker to look at links that are due; which those are, the rows say. */
export const lookAtLinks = jobKind({
  name: 'evidence.look',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 20,
});

@Injectable()
export class LookAtLinksJob extends JobHandler<Record<string, never>> {
  readonly kind = lookAtLinks;

  constructor(private readonly watching: Watching) {
    super();
  }

  perform(): Promise<void> {
    return this.watching.wake();
  }
}
