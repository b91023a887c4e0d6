import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { AssignmentsRepository } from '../../reviews/rounds/assignments.repository.js';
import { ReReviewsRepository } from '../../reviews/rounds/re-reviews.repository.js';
import type { Round } from '../../reviews/rounds/round.entity.js';
import type { ReviewRoundDto, ReviewsQuery } from './reviews.dto.js';
import { presentRound, type RoundParts } from './reviews.presenter.js';
import { ReviewsRepository } from './reviews.repository.js';

/** The reviews of a claim, from its rounds down to what happened to each turn. */
@Injectable()
export class ReviewViews {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly reReviews: ReReviewsRepository,
    private readonly claims: Claims,
  ) {}

  list(actor: Actor, claimId: string, query: ReviewsQuery): Promise<Page<ReviewRoundDto>> {
    const below = readCursor(query.cursor, ['number'])?.[0] ?? null;
    return this.database.transaction(async (tx) => {
      // Everything as of one moment: no decision is shown beside a round that was read before it.
      await tx.query('set transaction isolation level repeatable read, read only');
      await this.claims.find(tx, actor.workspaceId, claimId);
      const before = below === null ? null : Number(below);
      const rounds = await this.repository.rounds(tx, claimId, before, query.limit);
      const parts = await this.parts(tx, actor, claimId, rounds);
      return pageFrom(
        rounds,
        query.limit,
        ({ number }) => [String(number)],
        (round) => presentRound(round, parts, actor),
      );
    });
  }

  private async parts(tx: Tx, { workspaceId }: Actor, claimId: string, rounds: Round[]): Promise<RoundParts> {
    const ids = rounds.map(({ id }) => id);
    const turns = await this.assignments.ofRounds(tx, workspaceId, claimId, ids);
    return {
      needs: await this.repository.needs(
        tx,
        rounds.map(({ needsId }) => needsId),
      ),
      slots: await this.repository.slots(tx, ids),
      turns,
      ledger: await this.repository.ledger(
        tx,
        workspaceId,
        turns.map(({ id }) => id),
      ),
      decisions: await this.repository.decisions(tx, workspaceId, ids),
      adjudications: await this.repository.adjudications(tx, workspaceId, ids),
      causes: await this.reReviews.causesOfRounds(tx, workspaceId, ids),
    };
  }
}
