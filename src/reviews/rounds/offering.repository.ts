import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { hasStated, MAY_REVIEW } from './reviewers.repository.js';

export interface WaitingQueue {
  id: string;
  workspaceId: string;
  languages: string[];
  skills: string[];
}

export interface Offer {
  id: string;
  slotId: string;
  claimId: string;
  roundId: string;
  queueId: string;
  memberId: string;
  expiresAt: Date;
}

/*
 * Which of the members $2 a slot may be offered to, and how much they have in hand. `slot` is the slot with its
 * queue's max_leases.
 */
const CANDIDATES = `members m
  cross join lateral (
    select allow_self_review from policy_versions p
     where p.workspace_id = slot.workspace_id order by p.version desc limit 1
  ) policy
  cross join lateral (
    select count(*) as load, count(*) filter (where a.queue_id = slot.queue_id) as load_here
      from assignments a
     where a.workspace_id = m.workspace_id and a.member_id = m.id and a.state in ('offered', 'leased', 'held')
       and a.expires_at > clock_timestamp()
  ) hand
  where m.workspace_id = slot.workspace_id and m.id = any($2::uuid[]) and ${MAY_REVIEW}
    and (policy.allow_self_review or m.id <> slot.entered_by and ${hasStated('slot.claim_id', 'm.id')} is not true)
    and (slot.max_leases is null or hand.load_here < slot.max_leases)
    and not exists (
      select 1 from assignments a
       where a.claim_id = slot.claim_id and a.member_id = m.id
         and (a.state = 'declined'
              or a.round_id = slot.round_id
                 and (a.state in ('offered', 'leased', 'held', 'submitted')
                      or a.ended_at > clock_timestamp() - interval '5 minutes')))`;

@Injectable()
export class OfferingRepository {
  /** The queues in which slots wait for an offer, the one whose first slot ranks first at the head. */
  queues(reader: Reader): Promise<WaitingQueue[]> {
    return reader.query(
      `select q.id, q.workspace_id as "workspaceId", q.languages, q.skills
         from queues q
         join (select queue_id, min(rank) as rank from slots
                where state = 'waiting' and mode = 'push' group by queue_id) head on head.queue_id = q.id
        order by head.rank, q.id`,
    );
  }

  /** Slots of a queue that wait for an offer which one of the members may be given, first in rank first. */
  waiting(
    reader: Reader,
    queueId: string,
    members: string[],
    limit: number,
  ): Promise<{ id: string; claimId: string }[]> {
    return reader.query(
      `select slot.id, slot.claim_id as "claimId"
         from (select s.*, q.max_leases from slots s join queues q on q.id = s.queue_id
                where s.queue_id = $1 and s.state = 'waiting' and s.mode = 'push') slot
        where exists (select 1 from ${CANDIDATES})
        order by slot.rank, slot.id limit $3`,
      [queueId, members, limit],
    );
  }

  /** Keeps two offers of one workspace apart: each sees what the other has put into whose hand. */
  async lockOffers(tx: Tx, workspaceId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`offers:${workspaceId}`]);
  }

  /**
   * Offers a waiting slot to the one of the members who has the least in hand, longest idle first; reviewers come
   * before editors, and editors before admins, who may review too. Null when none of them may be given it.
   */
  async offer(tx: Tx, slotId: string, members: string[], assignmentId: string): Promise<Offer | null> {
    const [row] = await tx.query<Offer>(
      `with slot as (
         select s.*, q.max_leases, q.offer_seconds from slots s join queues q on q.id = s.queue_id
          where s.id = $1 and s.state = 'waiting' for update of s skip locked
       ), chosen as (
         select slot.*, candidate.id as member_id
           from slot
           cross join lateral (
             select m.id from ${CANDIDATES}
              order by array_position(array['reviewer', 'editor', 'admin'], m.role), hand.load,
                       (select max(a.opened_at) from assignments a
                         where a.workspace_id = m.workspace_id and a.member_id = m.id) nulls first,
                       m.id
              limit 1
           ) candidate
       ), taken as (
         update slots set state = 'offered' from chosen where slots.id = chosen.id
       ), opened as (
         insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, opened_at,
                                  expires_at)
         select $3, workspace_id, id, round_id, claim_id, queue_id, member_id, 'offered',
                date_trunc('milliseconds', clock_timestamp()), clock_timestamp() + make_interval(secs => offer_seconds)
           from chosen
         returning *
       ), noted as (
         insert into assignment_ledger (workspace_id, assignment_id, entry, at, expires_at)
         select workspace_id, id, 'offered', opened_at, expires_at from opened
       )
       select id, slot_id as "slotId", claim_id as "claimId", round_id as "roundId", queue_id as "queueId",
              member_id as "memberId", expires_at as "expiresAt" from opened`,
      [slotId, members, assignmentId],
    );
    return row ?? null;
  }
}
