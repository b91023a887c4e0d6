import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { ReReviewing } from './re-reviewing.service.js';

type Nothing = Record<string, never>;

/** Woken when something may have put a verdict in question; finds from the feed what. */
export const searchReReviews = jobKind({ name: 'claim.search-re-reviews', attempts: 5, backoffSeconds: 1 });
/** Finds what the job above left undone, and verdicts that have grown old. */
export const sweepReReviews = jobKind({
  name: 'claim.sweep-re-reviews',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 20,
});

@Injectable()
export class SearchReReviewsJob extends JobHandler<Nothing> {
  readonly kind = searchReReviews;

  constructor(private readonly reReviewing: ReReviewing) {
    super();
  }

  perform(): Promise<void> {
    return this.reReviewing.search();
  }
}

@Injectable()
export class SweepReReviewsJob extends JobHandler<Nothing> {
  readonly kind = sweepReReviews;

  constructor(private readonly reReviewing: ReReviewing) {
    super();
  }

  perform(): Promise<void> {
    return this.reReviewing.search();
  }
}
