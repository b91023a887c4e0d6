import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { QueueNeeds, ReviewQueue } from '../queues/queue.entity.js';
import { Round } from './round.entity.js';

export interface DueRound {
  id: string;
  workspaceId: string;
  claimId: string;
  /** What the rounds are found in the order of. */
  at: Date;
}

/** Of a due time that comes near, or has passed. */
export type Step = 'due-soon' | 'overdue';

/*
 * What each step looks for: the moment at which it is reached, the due time that was told of, and what must hold as
 * well. The conditions on state and told are those of the indexes ix_rounds_due_soon and ix_rounds_overdue.
 */
const STEPS = {
  'due-soon': { moment: 'notice_at', told: 'due_soon_told', also: 'due_at > statement_timestamp()' },
  overdue: { moment: 'due_at', told: 'overdue_told', also: 'true' },
};

function reached(step: Step): string {
  const { moment, told, also } = STEPS[step];
  return `state in ('open', 'disagreed') and due_at is distinct from ${told}
          and ${moment} <= statement_timestamp() and ${also}`;
}

@Injectable()
export class DueTimesRepository {
  /** Rounds that have reached the step and were not told of, after those that were looked at before. */
  due(reader: Reader, step: Step, after: DueRound | null, limit: number): Promise<DueRound[]> {
    const { moment } = STEPS[step];
    return reader.query<DueRound>(
      `select id, workspace_id as "workspaceId", claim_id as "claimId", ${moment} as at
         from rounds
        where ${reached(step)} and (${moment}, id) > ($1, $2)
        order by ${moment}, id limit $3`,
      [after?.at ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000', limit],
    );
  }

  /**
   * Notes that the step is told of, if that is news; answers the round. The claim is locked. Of what is overdue
   * nobody needs to hear any more that it will be.
   */
  async mark(tx: Tx, step: Step, roundId: string): Promise<Round | null> {
    const marked = await tx.query(
      `update rounds
          set due_soon_told = due_at, overdue_told = case when $2 then due_at else overdue_told end
        where id = $1 and ${reached(step)} returning 1`,
      [roundId, step === 'overdue'],
    );
    return marked.length === 0 ? null : tx.repository(Round).findOneByOrFail({ id: roundId });
  }

  /** Puts a round in another queue, with the slots that are not done: those in hand wait there once they are given back. */
  async escalate(tx: Tx, { id, queueId }: Round, to: ReviewQueue, needs: QueueNeeds): Promise<void> {
    await tx.query(
      `update rounds set queue_id = $2, needs_id = $6, mode = $3, escalate_to = $4, escalated_from = $5,
              stalled_at = null, escalated_at = date_trunc('milliseconds', clock_timestamp())
        where id = $1`,
      [id, to.id, to.mode, to.escalateTo, queueId, needs.id],
    );
    await tx.query(
      `update slots set queue_id = $2, needs_id = $4, mode = $3
        where round_id = $1 and state not in ('done', 'cancelled')`,
      [id, to.id, to.mode, needs.id],
    );
  }
}
