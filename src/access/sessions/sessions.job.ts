import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { Sessions } from './sessions.service.js';

/** Takes away sessions that ended long ago. */
export const pruneSessions = jobKind({
  name: 'session.prune',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 3600,
});

@Injectable()
export class PruneSessionsJob extends JobHandler<Record<string, never>> {
  readonly kind = pruneSessions;

  constructor(private readonly sessions: Sessions) {
    super();
  }

  perform(): Promise<void> {
    return this.sessions.prune();
  }
}
