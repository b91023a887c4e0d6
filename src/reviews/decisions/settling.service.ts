import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { databaseNow } from '../../base/database/clock.js';
import type { Tx } from '../../base/database/tx.js';
import type { Claim, Verdict } from '../../facts/claims/claim.entity.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import type { Rating } from '../ratings/rating.entity.js';
import { type GivenDecision, tellDecision } from '../rounds/given-decision.js';
import { GivenDecisionsRepository } from '../rounds/given-decisions.repository.js';
import type { Round } from '../rounds/round.entity.js';
import { aboutRound } from '../rounds/round.events.js';
import { RoundsRepository } from '../rounds/rounds.repository.js';
import type { AdjudicationGiven } from './decision.dto.js';
import { adjudicatorTookPart, nothingToAdjudicate } from './decision.errors.js';
import { CLAIM_ADJUDICATED, ROUND_DISAGREED, ROUND_SETTLED } from './decision.events.js';
import { contradictsRecord } from './decision.rules.js';
import { DecisionsRepository } from './decisions.repository.js';
import { Judging } from './judging.service.js';
import { agreedRating } from './agreement.rules.js';
import { type Ground, together } from './verdict.rules.js';

/** Ends rounds: by agreement in the transaction of the last decision, otherwise by an editor's word. */
@Injectable()
export class Settling {
  constructor(
    private readonly database: Database,
    private readonly repository: DecisionsRepository,
    private readonly given: GivenDecisionsRepository,
    private readonly rounds: RoundsRepository,
    private readonly judging: Judging,
    private readonly policies: Policies,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** After the last decision of a round, whose claim is locked. */
  async conclude(tx: Tx, actor: Actor, claim: Claim, round: Round): Promise<Claim> {
    const decisions = await this.given.ofRound(tx, round.id);
    const scale = await this.judging.scale(tx, round);
    const key = agreedRating(
      round.agreement,
      decisions.map(({ rating }) => rating),
      scale,
    );
    const rating = scale.find((one) => one.key === key);
    const told = decisions.map(tellDecision);
    if (rating === undefined || goesUnexplained(rating, claim, decisions)) {
      await this.rounds.disagree(tx, round.id);
      await this.events.append(tx, actor, [
        aboutRound(round, ROUND_DISAGREED, { decisions: told, agreed: rating?.key ?? null }),
      ]);
      return this.claims.move(tx, actor, claim, 'adjudication', {});
    }
    const agreeing = decisions.filter((decision) => decision.rating === rating.key);
    const selfReviewed = decisions.some(({ ownWork }) => ownWork);
    const ground = { rating: rating.key, ...together(agreeing), selfReviewed };
    return this.settle(tx, actor, claim, round, rating, ground, [
      aboutRound(round, ROUND_SETTLED, { rating: rating.key, decisions: told }),
    ]);
  }

  /** An editor who took no part settles what the decisions disagree on. */
  adjudicate(actor: Actor, claimId: string, given: AdjudicationGiven): Promise<Claim> {
    return this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      if (claim.status !== 'adjudication') throw nothingToAdjudicate(claim.status);
      const round = (await this.rounds.live(tx, claimId))!;
      const decisions = await this.given.ofRound(tx, round.id);
      const ownWork = await this.expectNoPart(tx, actor, claim, decisions);
      const rating = await this.judging.expectSound(tx, claim, round, given);
      const id = uuid();
      const { confidence, rationale } = given;
      const overrideReason = given.overrideReason ?? null;
      const decidedAt = await databaseNow(tx);
      const { workspaceId, memberId } = actor;
      await this.repository.adjudicate(tx, {
        id,
        workspaceId,
        roundId: round.id,
        claimId,
        memberId,
        rating: rating.key,
        confidence,
        rationale,
        overrideReason,
        corroboration: claim.corroboration,
        decidedAt,
      });
      const ground = { rating: rating.key, confidence, rationale, overrideReason, ...noCitations };
      const selfReviewed = ownWork || decisions.some((decision) => decision.ownWork);
      return this.settle(tx, actor, claim, round, rating, { ...ground, selfReviewed }, [
        CLAIM_ADJUDICATED.of({ id: claimId, claimId }, { adjudicationId: id, ...ground }),
        aboutRound(round, ROUND_SETTLED, { rating: rating.key, decisions: decisions.map(tellDecision) }),
      ]);
    });
  }

  private async settle(
    tx: Tx,
    actor: Actor,
    claim: Claim,
    round: Round,
    rating: Rating,
    ground: Ground & Pick<Verdict, 'selfReviewed'>,
    events: Parameters<Events['append']>[2],
  ): Promise<Claim> {
    const verdictAt = await databaseNow(tx);
    const verdict: Verdict = {
      ...ground,
      polarity: rating.polarity,
      corroboration: claim.corroboration,
      round: round.number,
      decidedAt: verdictAt.toISOString(),
      claimVersion: claim.version + 1,
    };
    await this.rounds.settle(tx, round.id, verdict);
    await this.events.append(tx, actor, events);
    return this.claims.move(tx, actor, claim, 'decided', { verdict, rating: verdict.rating, verdictAt });
  }

  /** Answers whether the claim is the editor's own work all the same, as the policy allows. */
  private async expectNoPart(
    tx: Tx,
    actor: Actor,
    claim: Claim,
    decisions: GivenDecision[],
  ): Promise<boolean> {
    if (decisions.some(({ memberId }) => memberId === actor.memberId)) throw adjudicatorTookPart('decided');
    const { allowSelfReview } = await this.policies.inForce(tx, actor.workspaceId);
    const ownWork = await this.repository.hasPart(tx, claim.id, actor.memberId);
    if (ownWork && !allowSelfReview)
      throw adjudicatorTookPart(claim.createdBy === actor.memberId ? 'entered' : 'recorded');
    return ownWork;
  }
}

const noCitations = { citedStatements: [], citedEvidence: [] };

/** Agreement against the record of which nobody said why: an editor has to. */
function goesUnexplained({ key, polarity }: Rating, claim: Claim, decisions: GivenDecision[]): boolean {
  return (
    contradictsRecord(polarity, claim.corroboration) &&
    decisions.every(({ rating, overrideReason }) => rating !== key || overrideReason === null)
  );
}
