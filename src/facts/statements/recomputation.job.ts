import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { Recomputation } from './recomputation.service.js';

export const recomputeWorkspace = jobKind<{ workspaceId: string }>({
  name: 'corroboration.recompute',
  attempts: 5,
  backoffSeconds: 2,
});

/** Finds what the job above left undone, from the rows. */
export const sweepRecomputations = jobKind({
  name: 'corroboration.sweep',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 20,
});

@Injectable()
export class RecomputeWorkspaceJob extends JobHandler<{ workspaceId: string }> {
  readonly kind = recomputeWorkspace;

  constructor(private readonly recomputation: Recomputation) {
    super();
  }

  perform({ workspaceId }: { workspaceId: string }): Promise<void> {
    return this.recomputation.recompute(workspaceId);
  }
}

@Injectable()
export class SweepRecomputationsJob extends JobHandler<Record<string, never>> {
  readonly kind = sweepRecomputations;

  constructor(private readonly recomputation: Recomputation) {
    super();
  }

  perform(): Promise<void> {
    return this.recomputation.recomputeAll();
  }
}
