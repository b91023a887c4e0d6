import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { LIVE } from './live-turns.js';
import { hasStated, MAY_REVIEW } from './reviewers.repository.js';
import { firstOfKind, isNotOfKind, kinds } from './waiting-slots.js';

/** What a queue asks by some needs, and in which something waits. */
export interface WaitingQueue {
  needsId: string;
  queueId: string;
  workspaceId: string;
  languages: string[];
  skills: string[];
  maxLeases: number | null;
  allowSelfReview: boolean;
}

export interface FreeHand {
  id: string;
  free: number;
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

/** So many slots of each kind are looked for at once. In the text: of a parameter the planner would think the worst. */
export const OFFERED_AT_ONCE = 100;

/** Whether the slot s may be offered to the member m; $4 says whether they may review their own. */
const MAY_BE_OFFERED = `($4 or m.id <> s.entered_by and ${hasStated('s.claim_id', 'm.id')} is not true)
    and not exists (
      select 1 from assignments a
       where a.claim_id = s.claim_id and a.member_id = m.id
         and (a.state = 'declined'
              or a.round_id = s.round_id
                 and (a.state in ${LIVE} or a.state = 'submitted'
                      or a.ended_at > clock_timestamp() - interval '5 minutes')))`;

@Injectable()
export class OfferingRepository {
  /** The queues in which slots wait for an offer, the one whose first slot ranks first at the head. */
  queues(reader: Reader): Promise<WaitingQueue[]> {
    return reader.query(
      // One look into an index for each: how much waits in each does not matter.
      `select n.id as "needsId", q.id as "queueId", q.workspace_id as "workspaceId", n.languages, n.skills, q.max_leases as "maxLeases",
              policy.allow_self_review as "allowSelfReview"
         from queue_needs n join queues q on q.workspace_id = n.workspace_id and q.id = n.queue_id
        cross join lateral (
          select s.rank from slots s
           where s.workspace_id = n.workspace_id and s.needs_id = n.id and s.mode = 'push' and s.state = 'waiting'
           order by s.workspace_id, s.needs_id, s.mode, s.rank, s.id limit 1
        ) head
        cross join lateral (
          select allow_self_review from policy_versions p
           where p.workspace_id = q.workspace_id order by p.version desc limit 1
        ) policy
        order by head.rank, n.id`,
    );
  }

  /** Those of the members who may be given more in a queue with a limit, and how much more. */
  freeHands(reader: Reader, queue: WaitingQueue, members: string[]): Promise<FreeHand[]> {
    return reader.query(
      `select m.id, $4 - hand.load as free
         from unnest($3::uuid[]) m (id)
        cross join lateral (
          select count(*)::int as load from assignments a
           where a.workspace_id = $1 and a.member_id = m.id and a.queue_id = $2 and a.state in ${LIVE}
             and a.expires_at > clock_timestamp()
        ) hand
        where hand.load < $4`,
      [queue.workspaceId, queue.queueId, members, queue.maxLeases],
    );
  }

  /**
   * Slots of a queue that wait for an offer which one of the members may be given, first in rank first. As a take does,
   * this passes over kinds of slots: those that are for none of the members are left out unread.
   */
  waiting(
    reader: Reader,
    { needsId, workspaceId, allowSelfReview }: WaitingQueue,
    members: string[],
    limit: number,
  ): Promise<{ id: string; claimId: string }[]> {
    return reader.query(
      `with recursive ${kinds('$2', 'push')}
       select first.id, first.claim_id as "claimId"
         from kinds k
        cross join lateral (${firstOfKind('$2', 'push', `exists (select 1 from unnest($3::uuid[]) m (id) where ${MAY_BE_OFFERED})`, OFFERED_AT_ONCE)}) first
        where exists (select 1 from unnest($3::uuid[]) m (id) where ${isNotOfKind('m.id', '$4')})
        order by first.rank, first.id limit $5`,
      [workspaceId, needsId, members, allowSelfReview, limit],
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
  async offer(
    tx: Tx,
    slotId: string,
    members: string[],
    assignmentId: string,
    allowSelfReview: boolean,
  ): Promise<Offer | null> {
    const [row] = await tx.query<Offer>(
      `with slot as (
         select s.*, q.max_leases, q.offer_seconds from slots s join queues q on q.id = s.queue_id
          where s.id = $1 and s.state = 'waiting' for update of s skip locked
       ), chosen as (
         select s.*, candidate.id as member_id
           from slot s
           cross join lateral (
             select m.id from members m
              cross join lateral (
                select count(*) as load, count(*) filter (where a.queue_id = s.queue_id) as load_here
                  from assignments a
                 where a.workspace_id = m.workspace_id and a.member_id = m.id and a.state in ${LIVE}
                   and a.expires_at > clock_timestamp()
              ) hand
              where m.workspace_id = s.workspace_id and m.id = any($2::uuid[]) and ${MAY_REVIEW}
                and (s.max_leases is null or hand.load_here < s.max_leases) and ${MAY_BE_OFFERED}
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
      [slotId, members, assignmentId, allowSelfReview],
    );
    return row ?? null;
  }
}
