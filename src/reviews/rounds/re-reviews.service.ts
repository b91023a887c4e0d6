import { Injectable } from '@nestjs/common';
import type { Actor, Doer } from '../../base/actor/actor.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { isSettled } from '../../facts/claims/claim.states.js';
import type { ReReviewCauseDto } from '../../facts/claims/re-review.dto.js';
import { Events } from '../../record/events/events.service.js';
import { type Cause, RE_REVIEW_OPENED, toldCause } from './re-review.events.js';
import { type CauseRow, ReReviewsRepository } from './re-reviews.repository.js';
import type { Round } from './round.entity.js';
import { RoundsRepository } from './rounds.repository.js';
import { Rounds } from './rounds.service.js';

/** Reviews again what has a verdict. The verdict stays, in question, until there is another one. */
@Injectable()
export class ReReviews {
  constructor(
    private readonly repository: ReReviewsRepository,
    private readonly roundsRepository: RoundsRepository,
    private readonly rounds: Rounds,
    private readonly events: Events,
  ) {}

  /** Opens the round of a re-review, and says for what cause. The claim is locked, and settled. */
  async open(
    tx: Tx,
    doer: Doer,
    claim: Claim,
    cause: Cause,
    given: { queueId: string | null; reason: string | null },
  ): Promise<{ claim: Claim; round: Round }> {
    const reopened = await this.rounds.open(tx, doer, claim, given.queueId, given.reason);
    const round = (await this.roundsRepository.live(tx, claim.id))!;
    const data = {
      cause: toldCause(cause),
      verdictRound: claim.verdict!.round,
      roundId: round.id,
      round: round.number,
    };
    await this.events.append(tx, doer, [
      RE_REVIEW_OPENED.of({ id: claim.id, claimId: claim.id, reason: given.reason }, data),
    ]);
    return { claim: reopened, round };
  }

  async openFor(
    tx: Tx,
    editor: Actor,
    claim: Claim,
    given: { queueId: string | null; reason: string | null },
  ): Promise<Claim> {
    const cause = { kind: 'editor' as const, statementId: null, evidenceId: null, sourceId: null };
    const opened = await this.open(tx, editor, claim, cause, given);
    await this.repository.noteWish(tx, claim, opened.round, given.reason);
    return opened.claim;
  }

  /** What has put the verdicts of those of the claims in question whose verdict is. */
  async causesOf(reader: Reader, workspaceId: string, claims: Claim[]): Promise<CauseRow[]> {
    const questioned = claims.filter(isInQuestion);
    return questioned.length === 0 ? [] : this.repository.causesOf(reader, workspaceId, questioned);
  }
}

/** Whether the claim has a verdict and is on its way to another one. */
export function isInQuestion({ verdict, status }: Claim): boolean {
  return verdict !== null && !isSettled(status) && status !== 'closed';
}

export function presentCause(row: CauseRow): ReReviewCauseDto {
  const { kind, at, statementId, evidenceId, sourceId, note } = row;
  return { kind, at: at.toISOString(), statementId, evidenceId, sourceId, note };
}
