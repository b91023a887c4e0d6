import { Injectable, Logger } from '@nestjs/common';
import { system } from '../../base/actor/actor.js';
import { databaseNow } from '../../base/database/clock.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { isSettled } from '../../facts/claims/claim.states.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { FeedRepository } from '../../record/feed/feed.repository.js';
import type { ReReviewCause } from '../rounds/re-review-cause.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { RE_REVIEW_EXTENDED, toldCause } from '../rounds/re-review.events.js';
import { ReReviews } from '../rounds/re-reviews.service.js';
import { RoundsRepository } from '../rounds/rounds.repository.js';
import { type NoticedEvent, NoticingRepository, type PendingCause, READER } from './noticing.repository.js';
import { isAnswered, isDowngrade, REASONS } from './re-review.rules.js';

const STRETCH = 1000;
const AT_ONCE = 500;

/**
 * Sends claims back to review when something has put their verdict in question. What happened is read from the feed,
 * on from where it was read last, so that nothing is missed; each note is then looked at under the lock of its claim.
 */
@Injectable()
export class ReReviewing {
  private readonly logger = new Logger(ReReviewing.name);

  constructor(
    private readonly database: Database,
    private readonly feed: FeedRepository,
    private readonly repository: NoticingRepository,
    private readonly reReviews: ReReviews,
    private readonly rounds: RoundsRepository,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  async search(): Promise<void> {
    while (await this.notice()) continue;
    await this.takeUpPending();
    for (const { id, days } of await this.repository.agingWorkspaces(this.database)) {
      while ((await this.repository.noteAged(this.database, id, days, AT_ONCE)) > 0)
        await this.takeUpPending();
    }
  }

  /** Reads one stretch of the feed; answers whether there may be more. Read twice, it is noted once. */
  private async notice(): Promise<boolean> {
    const position = await this.feed.readFrom(this.database, READER);
    const { through, events } = await this.repository.next(this.database, position, STRETCH);
    const of = (type: NoticedEvent['type']) => events.filter((event) => event.type === type);
    const ids = (type: NoticedEvent['type']) => of(type).map(({ id }) => id);
    await this.repository.noteRecorded(this.database, ids('statement.recorded'));
    await this.repository.noteStruck(this.database, ids('statement.struck'));
    await this.repository.noteGone(this.database, ids('evidence.gone'));
    for (const event of of('source.updated').filter(isPlacement))
      await this.repository.noteSource(this.database, event, 'source_re_placed');
    for (const event of of('source.graded').filter(isLowerGrade))
      await this.repository.noteSource(this.database, event, 'source_downgraded');
    await this.feed.readTo(this.database, READER, through);
    return through - position >= STRETCH;
  }

  /** One cause that fails keeps no other one waiting: the next search tries it again. */
  private async takeUpPending(): Promise<void> {
    for (let after = '0'; ;) {
      const pending = await this.repository.pending(this.database, after, AT_ONCE);
      for (const cause of pending) {
        await this.takeUp(cause).catch((error: Error) =>
          this.logger.warn(`the claim ${cause.claimId} was not reviewed again: ${error.message}`),
        );
      }
      if (pending.length < AT_ONCE) return;
      after = pending.at(-1)!.id;
    }
  }

  private async takeUp({ id, workspaceId, claimId }: PendingCause): Promise<void> {
    await this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, workspaceId, claimId);
      const cause = await this.repository.find(tx, id);
      if (cause === null || cause.kind === 'editor') return;
      const { verdict } = claim;
      if (verdict === null || claim.status === 'closed' || isAnswered(cause, verdict))
        return this.repository.drop(tx, id);
      // Known from then on: with the round that is opened for it, and before the event that tells of it.
      const at = await databaseNow(tx);
      const round = isSettled(claim.status)
        ? await this.open(tx, claim, cause, REASONS[cause.kind])
        : await this.extend(tx, claim, cause, REASONS[cause.kind]);
      await this.repository.takeUp(tx, id, { at, verdictRound: verdict.round, roundId: round?.id ?? null });
    });
  }

  private async open(tx: Tx, claim: Claim, cause: ReReviewCause, reason: string): Promise<Round> {
    const doer = system(claim.workspaceId);
    return (await this.reReviews.open(tx, doer, claim, cause, { queueId: null, reason })).round;
  }

  /** The claim is on its way to another verdict already: what has come is added, and no second round opened. */
  private async extend(tx: Tx, claim: Claim, cause: ReReviewCause, reason: string): Promise<Round | null> {
    const round = await this.rounds.live(tx, claim.id);
    const data = {
      cause: toldCause(cause),
      verdictRound: claim.verdict!.round,
      roundId: round?.id ?? null,
      round: round?.number ?? null,
    };
    await this.events.append(tx, system(claim.workspaceId), [
      RE_REVIEW_EXTENDED.of({ id: claim.id, claimId: claim.id, reason }, data),
    ]);
    return round;
  }
}

function isPlacement({ data }: NoticedEvent): boolean {
  const changes = data?.['changes'] ?? {};
  return 'parentId' in changes || 'partyId' in changes;
}

function isLowerGrade({ data }: NoticedEvent): boolean {
  const { from, to } = (data?.['reliability'] ?? {}) as { from?: string | null; to?: string };
  return to !== undefined && isDowngrade(from ?? null, to);
}
