import { Injectable, Logger } from '@nestjs/common';
import { system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import { versionOf } from '../../facts/claims/claim.events.js';
import { Claims } from '../../facts/claims/claims.service.js';
import { Events } from '../../record/events/events.service.js';
import { Queues } from '../queues/queues.service.js';
import { type DueRound, DueTimesRepository, type Step } from './due-times.repository.js';
import type { Round } from './round.entity.js';
import { aboutRound, ROUND_DUE_SOON, ROUND_ESCALATED, ROUND_OVERDUE } from './round.events.js';
import { Stalling } from './stalling.service.js';

const AT_ONCE = 500;
const TOLD = { 'due-soon': ROUND_DUE_SOON, overdue: ROUND_OVERDUE };

/** Tells once of each due time that comes near and that has passed, and takes what is overdue to where its queue says. */
@Injectable()
export class DueTimes {
  private readonly logger = new Logger(DueTimes.name);

  constructor(
    private readonly database: Database,
    private readonly repository: DueTimesRepository,
    private readonly queues: Queues,
    private readonly stalling: Stalling,
    private readonly claims: Claims,
    private readonly events: Events,
  ) {}

  /** Finds from the rows what is due. What is overdue comes first: then it is not looked at as due soon. */
  async sweep(): Promise<void> {
    for (const step of ['overdue', 'due-soon'] as const) await this.sweepStep(step);
  }

  /** One round that fails keeps no other one waiting: the next sweep tries it again. */
  private async sweepStep(step: Step): Promise<void> {
    for (let after: DueRound | null = null; ;) {
      const due: DueRound[] = await this.repository.due(this.database, step, after, AT_ONCE);
      for (const round of due) {
        await this.reach(step, round).catch((error: Error) =>
          this.logger.warn(`that the round ${round.id} is ${step} was not told: ${error.message}`),
        );
      }
      if (due.length < AT_ONCE) return;
      after = due.at(-1)!;
    }
  }

  private async reach(step: Step, { id, workspaceId, claimId }: DueRound): Promise<void> {
    await this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, workspaceId, claimId);
      const round = await this.repository.mark(tx, step, id);
      if (round === null) return;
      const { queueId, number, dueAt } = round;
      await this.events.append(tx, system(workspaceId), [
        aboutRound(round, TOLD[step], { queueId, number, dueAt }),
      ]);
      if (step === 'overdue') await this.escalate(tx, claim, round);
    });
  }

  /** What was asked when the round was opened stays asked; who is given it, and how, is up to the other queue. */
  private async escalate(tx: Tx, claim: Claim, round: Round): Promise<void> {
    if (round.escalateTo === null || round.state !== 'open') return;
    const doer = system(round.workspaceId);
    const to = (await this.queues.find(tx, round.workspaceId, round.escalateTo))!;
    const needs = await this.queues.needsNow(tx, to);
    await this.repository.escalate(tx, round, to, needs);
    const moved = await this.claims.update(tx, claim, { ...claim, queueId: to.id });
    const { queueId: from, number, dueAt } = round;
    const { languages, skills } = needs;
    await this.events.append(tx, doer, [
      aboutRound(
        round,
        ROUND_ESCALATED,
        { from, to: to.id, languages, skills, mode: to.mode, number, dueAt, ...versionOf(moved) },
        { reason: 'its due time has passed' },
      ),
    ]);
    await this.stalling.tell(tx, needs, { ...round, queueId: to.id });
  }
}
