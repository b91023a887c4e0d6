import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Assignment } from './assignment.entity.js';
import { LIVE } from './live-turns.js';
import { hasStated } from './reviewers.repository.js';

/** What may stand against giving a slot to a certain member. */
export interface Obstacles {
  enteredClaim: boolean;
  hasStated: boolean;
  declinedClaim: boolean;
  inRound: boolean;
}

export interface HandedOffer {
  id: string;
  memberId: string;
  expiresAt: Date;
}

@Injectable()
export class ReceiversRepository {
  async obstacles(reader: Reader, slotId: string, memberId: string): Promise<Obstacles> {
    const [row] = await reader.query<Obstacles>(
      `select s.entered_by = $2 as "enteredClaim", ${hasStated('s.claim_id', '$2')} is true as "hasStated",
              exists (select 1 from assignments a
                       where a.claim_id = s.claim_id and a.member_id = $2 and a.state = 'declined') as "declinedClaim",
              exists (select 1 from assignments a
                       where a.round_id = s.round_id and a.member_id = $2
                         and (a.state in ${LIVE} or a.state = 'submitted')) as "inRound"
         from slots s where s.id = $1`,
      [slotId, memberId],
    );
    return row!;
  }

  /** Offers the slot of a turn to another member in a queue, for as long as that lets offers stand. */
  async offer(
    tx: Tx,
    from: Assignment,
    offer: { id: string; queueId: string; memberId: string; byMember: string },
  ): Promise<HandedOffer> {
    const [row] = await tx.query<HandedOffer>(
      `with opened as (
         insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, opened_at,
                                  expires_at)
         select $2, a.workspace_id, a.slot_id, a.round_id, a.claim_id, q.id, $3, 'offered',
                date_trunc('milliseconds', clock_timestamp()),
                clock_timestamp() + make_interval(secs => q.offer_seconds)
           from assignments a join queues q on q.workspace_id = a.workspace_id and q.id = $5
          where a.id = $1
         returning *
       ), noted as (
         insert into assignment_ledger (workspace_id, assignment_id, entry, at, by_member, expires_at)
         select workspace_id, id, 'offered', opened_at, $4, expires_at from opened
       )
       select id, member_id as "memberId", expires_at as "expiresAt" from opened`,
      [from.id, offer.id, offer.memberId, offer.byMember, offer.queueId],
    );
    return row!;
  }
}
