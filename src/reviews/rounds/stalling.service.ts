import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Policies } from '../../record/policy/policies.service.js';
import { type Mode, MODES, type QueueNeeds } from '../queues/queue.entity.js';
import { meetsNeeds, Queues } from '../queues/queues.service.js';
import { type Reviewer, ReviewersRepository } from './reviewers.repository.js';
import type { Round } from './round.entity.js';
import { aboutRound, ROUND_STALLED } from './round.events.js';
import { RoundsRepository } from './rounds.repository.js';
import { StallingRepository } from './stalling.repository.js';

const AT_ONCE = 500;

interface Rules {
  reviewers: Reviewer[];
  allowSelfReview: boolean;
}

/** Tells the editors, once, of each round with a slot that nobody may take. */
@Injectable()
export class Stalling {
  private readonly logger = new Logger(Stalling.name);

  constructor(
    private readonly database: Database,
    private readonly repository: StallingRepository,
    private readonly reviewers: ReviewersRepository,
    private readonly rounds: RoundsRepository,
    private readonly queues: Queues,
    private readonly claims: Claims,
    private readonly policies: Policies,
    private readonly events: Events,
  ) {}

  /** In the transaction of what may have left nobody for a round; the claim is locked. Answers whether it was news. */
  async tell(tx: Tx, needs: QueueNeeds, round: Round): Promise<boolean> {
    const { members, allowSelfReview } = eligible(needs, await this.rulesOf(tx, needs.workspaceId));
    if (!(await this.repository.mark(tx, members, allowSelfReview, round.id))) return false;
    await this.events.append(tx, system(needs.workspaceId), [
      aboutRound(round, ROUND_STALLED, { queueId: round.queueId, number: round.number }),
    ]);
    return true;
  }

  /** As above, for whoever has the round alone. */
  async tellOf(tx: Tx, round: Round): Promise<void> {
    await this.tell(tx, await this.queues.needs(tx, round.needsId), round);
  }

  /** After somebody who had the round in hand has given it back for good: a stall before that is another one. */
  async tellAnew(tx: Tx, round: Round): Promise<void> {
    await this.repository.forget(tx, round.id);
    await this.tellOf(tx, round);
  }

  /**
   * Finds what a change of members, queues or policy, or a statement that one of them recorded, has left for nobody, or
   * for somebody again; in one workspace or in all. What would go to the same reviewers as at the last
   * search is passed over.
   */
  async search(workspaceId: string | null): Promise<void> {
    await this.lookAgain(workspaceId);
    const rules = new Map<string, Promise<Rules>>();
    for (const needs of await this.repository.searched(this.database, workspaceId)) {
      const known = rules.get(needs.workspaceId) ?? this.rulesOf(this.database, needs.workspaceId);
      rules.set(needs.workspaceId, known);
      const { members, allowSelfReview } = eligible(needs, await known);
      const digest = createHash('sha256').update(`${members.join()} ${allowSelfReview}`).digest();
      if (needs.reviewersDigest?.equals(digest) === true) continue;
      await this.forgetRevived(needs, members, allowSelfReview);
      if (await this.tellAll(needs, members, allowSelfReview))
        await this.repository.noteSearch(this.database, needs, digest);
    }
  }

  private async lookAgain(workspaceId: string | null): Promise<void> {
    for (;;) {
      const marked = await this.repository.toLookAgain(this.database, workspaceId, AT_ONCE);
      for (const { id, claimId, workspaceId: of } of marked) {
        await this.database.transaction(async (tx) => {
          await this.claims.lock(tx, of, claimId);
          const round = await this.rounds.find(tx, id);
          if (round.state === 'open') await this.tellOf(tx, round);
          await this.repository.lookedAgain(tx, id);
        });
      }
      if (marked.length < AT_ONCE) return;
    }
  }

  /**
   * Each under its claim's lock and by who may review it then: a statement over all of them would judge by slots and
   * members as they were when it began, and forget what somebody's decline has just told of.
   */
  private async forgetRevived(needs: QueueNeeds, members: string[], allowSelfReview: boolean): Promise<void> {
    for (;;) {
      const found = await this.repository.revived(this.database, members, allowSelfReview, needs.id, AT_ONCE);
      let forgotten = 0;
      for (const { id, claimId } of found) {
        const done = await this.database.transaction(async (tx) => {
          await this.claims.lock(tx, needs.workspaceId, claimId);
          const now = eligible(needs, await this.rulesOf(tx, needs.workspaceId));
          return this.repository.forgetIfRevived(tx, now.members, now.allowSelfReview, id);
        });
        if (done) forgotten += 1;
      }
      if (found.length < AT_ONCE || forgotten < found.length) return;
    }
  }

  /** Answers whether everything was told: not so when one of them failed, or members changed while it went on. */
  private async tellAll(needs: QueueNeeds, members: string[], allowSelfReview: boolean): Promise<boolean> {
    for (const mode of MODES)
      if (!(await this.tellAllOf(mode, needs, members, allowSelfReview))) return false;
    return true;
  }

  private async tellAllOf(
    mode: Mode,
    needs: QueueNeeds,
    members: string[],
    allowSelfReview: boolean,
  ): Promise<boolean> {
    for (;;) {
      let told = 0;
      const found = await this.repository.stalled(this.database, members, allowSelfReview, needs, mode);
      if (found.length === 0) return true;
      for (const { id, claimId } of found) {
        try {
          const news = await this.database.transaction(async (tx) => {
            await this.claims.lock(tx, needs.workspaceId, claimId);
            return this.tell(tx, needs, await this.rounds.find(tx, id));
          });
          if (news) told += 1;
        } catch (error) {
          this.logger.warn(`the stalled round ${id} was not told of: ${(error as Error).message}`);
          return false;
        }
      }
      if (told < found.length) return false;
    }
  }

  private async rulesOf(reader: Reader, workspaceId: string): Promise<Rules> {
    const reviewers = await this.reviewers.all(reader, workspaceId);
    const { allowSelfReview } = await this.policies.inForce(reader, workspaceId);
    return { reviewers, allowSelfReview };
  }
}

/** Who of a workspace has what is needed. */
function eligible(
  needs: QueueNeeds,
  { reviewers, allowSelfReview }: Rules,
): { members: string[]; allowSelfReview: boolean } {
  const members = reviewers.filter((reviewer) => meetsNeeds(needs, reviewer)).map(({ id }) => id);
  return { members, allowSelfReview };
}
