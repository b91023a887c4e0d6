import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { COUNTED_AT_ONCE, SimilarRepository } from './similar.repository.js';

/** Until a word is counted it is taken for a rare one: late, this makes searches slower and never leaves a claim out. */
export const countWords = jobKind({
  name: 'claim.count-words',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 5,
});

@Injectable()
export class CountWordsJob extends JobHandler<Record<string, never>> {
  readonly kind = countWords;

  constructor(
    private readonly database: Database,
    private readonly repository: SimilarRepository,
  ) {
    super();
  }

  async perform(): Promise<void> {
    while ((await this.database.transaction((tx) => this.repository.count(tx))) === COUNTED_AT_ONCE);
  }
}
