import { Injectable } from '@nestjs/common';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { Problem } from '../../base/errors/problem.js';
import { IDEMPOTENCY_KEY_IN_USE, IDEMPOTENCY_KEY_TAKEN } from '../../base/http/idempotency-key.js';
import { type FirstAnswer, IdempotencyRepository, type KeyScope } from './idempotency.repository.js';

/** Does a request once, and answers it again as it was answered first. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly repository: IdempotencyRepository,
  ) {}

  /**
   * What the request changes and the answer to it are committed together, or neither: after a crash at any moment
   * the same request again is either answered or done for the first time. A refusal changed nothing and is not kept.
   */
  once(
    scope: KeyScope,
    requestDigest: Buffer,
    work: () => Promise<Omit<FirstAnswer, 'requestDigest'>>,
  ): Promise<{ answer: Omit<FirstAnswer, 'requestDigest'>; repeated: boolean }> {
    return this.database.asOne(async (tx) => {
      if (!(await this.repository.lock(tx, scope))) {
        throw new Problem(
          IDEMPOTENCY_KEY_IN_USE,
          'The first request with this Idempotency-Key is still under way. Send it again in a moment to get its answer.',
          { retryAfter: 1 },
        );
      }
      const first = await this.repository.find(tx, scope);
      if (first !== null) {
        if (first.requestDigest.equals(requestDigest)) return { answer: first, repeated: true };
        throw new Problem(
          IDEMPOTENCY_KEY_TAKEN,
          'This Idempotency-Key was used for another request in the last 24 hours. Use a new key for each request, the same one only to repeat it.',
        );
      }
      const answer = await work();
      await this.repository.keep(tx, scope, { ...answer, requestDigest });
      return { answer, repeated: false };
    });
  }

  /** First answers that a member got, or that name them. */
  forgetAbout(tx: Tx, member: { workspaceId: string; id: string }): Promise<void> {
    return this.repository.forgetAbout(tx, member);
  }

  forgetOld(): Promise<void> {
    return this.repository.forget(this.database);
  }
}
