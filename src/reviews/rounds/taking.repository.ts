import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { LIVE } from './live-turns.js';
import { MAY_REVIEW } from './reviewers.repository.js';
import { eligible, firstLook, wideLook } from './waiting-slots.js';

/** What the taking statement filters by. */
export interface Taker {
  workspaceId: string;
  memberId: string;
  /** What the member has: taken is only while that and the queue's limit are still so. */
  has: Needs;
  needs: AskedNeeds;
  allowSelfReview: boolean;
  /** Whether it is for slots that this member returned or let expire, once 5 minutes have passed, or for all others. */
  returned: boolean;
}

interface Needs {
  languages: string[];
  skills: string[];
}

/** What a queue asks of reviewers, or asked and still does of rounds that were opened then. */
export interface AskedNeeds extends Needs {
  id: string;
  queueId: string;
  maxLeases: number | null;
}

/** Where a take looks: first at the head of the queue, then everywhere, at last in a round whose claim it has locked. */
export type Where = 'first' | 'wide' | 'wider' | { roundId: string };

export interface Head {
  needsId: string;
  claimId: string;
  roundId: string;
  rank: Date;
}

export interface Taken {
  assignmentId: string;
  slotId: string;
  claimId: string;
  roundId: string;
  queueId: string;
  token: number;
  openedAt: Date;
  expiresAt: Date;
  memberName: string;
  dueAt: Date | null;
  roundNumber: number;
  slotNumber: number;
}

// So many free slots of each kind are looked at for one that nobody is writing to; and so many when all those were busy.
const WIDE = 16;
const WIDER = 1000;

// Member, queue's limit and policy must still be what the caller went by; they are looked up once per statement.
const STILL_SO = `exists (
      select 1 from members m, queues q
       where m.workspace_id = $1 and m.id = $3 and ${MAY_REVIEW} and m.languages = $5 and m.skills = $6
         and q.workspace_id = $1 and q.id = $2 and q.max_leases is not distinct from $7::integer)
    and $4 = (select p.allow_self_review from policy_versions p
               where p.workspace_id = $1 order by p.version desc limit 1)
    and ($7 is null or $7 > (
      select count(*) from (
        select 1 from assignments a
         where a.workspace_id = $1 and a.member_id = $3 and a.queue_id = $2 and a.state in ${LIVE}
           and a.expires_at > clock_timestamp() limit $7) live))`;

@Injectable()
export class TakingRepository {
  /**
   * The take, one statement: the first eligible slot that nobody else is writing to, its next token, the lease and
   * its line in the ledger. The claim's row is locked with the slot's, and skipped like it, so this never waits. It
   * is locked first, as every writer does: a slot locked before its claim is found busy would stay locked, and the
   * writer of that claim would wait for this transaction while this one waits for the writer.
   */
  async take(tx: Tx, taker: Taker, assignmentId: string, where: Where): Promise<Taken | null> {
    const candidates = this.candidates(taker, where);
    const [row] = await tx.query<Taken>(
      `with next as (
         select s.id from (${candidates}) candidate
           join slots s on s.id = candidate.id
           join claims c on c.id = s.claim_id
          where s.needs_id = $9 and ${eligible(taker.returned)} and ${STILL_SO}
          order by candidate.rank, candidate.id limit 1
            for update of c, s skip locked
       ), taken as (
         update slots set state = 'taken', token = slots.token + 1
           from next where slots.id = next.id
         returning slots.*
       ), opened as (
         insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                                  opened_at, expires_at)
         select $8, t.workspace_id, t.id, t.round_id, t.claim_id, t.queue_id, $3, 'leased', t.token,
                date_trunc('milliseconds', clock_timestamp()),
                clock_timestamp() + make_interval(secs => r.lease_seconds)
           from taken t join rounds r on r.id = t.round_id
         returning *
       ), noted as (
         insert into assignment_ledger (workspace_id, assignment_id, entry, at, by_member, expires_at)
         select workspace_id, id, 'leased', opened_at, member_id, expires_at from opened
       )
       select o.id as "assignmentId", o.slot_id as "slotId", o.claim_id as "claimId", o.round_id as "roundId",
              o.queue_id as "queueId", o.token, o.opened_at as "openedAt", o.expires_at as "expiresAt",
              m.name as "memberName", r.due_at as "dueAt", r.number as "roundNumber", t.number as "slotNumber"
         from opened o
         join taken t on t.id = o.slot_id
         join rounds r on r.id = o.round_id
         join members m on m.id = o.member_id`,
      [
        ...this.parameters(taker),
        assignmentId,
        taker.needs.id,
        ...(typeof where === 'string' ? [] : [where.roundId]),
      ],
    );
    return row ?? null;
  }

  /** The first slot by each needs for this member, whoever is writing to it; those whose slot ranks first lead. */
  async heads(reader: Reader, taker: Omit<Taker, 'needs' | 'has'>, needsIds: string[]): Promise<Head[]> {
    const near = await this.headsIn(reader, taker, needsIds, firstLook('n.id'));
    const rest = needsIds.filter((id) => !near.some(({ needsId }) => needsId === id));
    if (rest.length === 0) return near;
    const far = await this.headsIn(reader, taker, rest, wideLook('n.id', 1, taker.returned));
    return [...near, ...far].sort((a, b) => a.rank.getTime() - b.rank.getTime());
  }

  private headsIn(
    reader: Reader,
    taker: Omit<Taker, 'needs' | 'has'>,
    needsIds: string[],
    candidates: string,
  ): Promise<Head[]> {
    return reader.query<Head>(
      `select n.id as "needsId", head.claim_id as "claimId", head.round_id as "roundId", head.rank
         from unnest($2::uuid[]) as n (id)
        cross join lateral (
          select s.id, s.rank, s.claim_id, s.round_id
            from (${candidates}) candidate join slots s on s.id = candidate.id
           where ${eligible(taker.returned)}
           order by candidate.rank, candidate.id limit 1
        ) head
        order by head.rank, head.id`,
      [taker.workspaceId, needsIds, taker.memberId, taker.allowSelfReview],
    );
  }

  /** What the queues of a workspace ask, and what they asked before, of slots that still wait. */
  asked(reader: Reader, workspaceId: string): Promise<AskedNeeds[]> {
    return reader.query(
      // The order asks for one look into an index; the planner would rather read slots until one of them is it.
      `select n.id, n.queue_id as "queueId", n.languages, n.skills, q.max_leases as "maxLeases"
         from queues q join queue_needs n on n.workspace_id = q.workspace_id and n.queue_id = q.id
        where q.workspace_id = $1
          and (n.languages = q.languages and n.skills = q.skills
               or (select true from slots s
                    where s.workspace_id = n.workspace_id and s.needs_id = n.id and s.mode = 'pull'
                      and s.state = 'waiting'
                    order by s.workspace_id, s.needs_id, s.mode, s.rank, s.id limit 1))
        order by q.created_at, q.id, n.id`,
      [workspaceId],
    );
  }

  /** Whether everything but the slots is as the take needs it. */
  async mayTake(tx: Tx, taker: Taker): Promise<boolean> {
    const [row] = await tx.query<{ may: boolean }>(`select ${STILL_SO} as may`, this.parameters(taker));
    return row!.may;
  }

  async liveLeases(tx: Tx, workspaceId: string, memberId: string, queueId: string): Promise<number> {
    const [row] = await tx.query<{ count: string }>(
      `select count(*) from assignments where workspace_id = $1 and member_id = $2 and queue_id = $3
          and state in ('offered', 'leased', 'held') and expires_at > clock_timestamp()`,
      [workspaceId, memberId, queueId],
    );
    return Number(row!.count);
  }

  /** Keeps two takes of one member in one queue apart, so that together they cannot exceed its limit. */
  async lockTaker(tx: Tx, memberId: string, queueId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`taker:${memberId}:${queueId}`]);
  }

  private candidates({ returned }: Taker, where: Where): string {
    if (where === 'first') return firstLook('$9');
    if (where === 'wide') return wideLook('$9', WIDE, returned);
    if (where === 'wider') return wideLook('$9', WIDER, returned);
    return 'select w.id, w.rank from slots w where w.round_id = $10';
  }

  private parameters({ workspaceId, memberId, has, needs, allowSelfReview }: Taker): unknown[] {
    return [
      workspaceId,
      needs.queueId,
      memberId,
      allowSelfReview,
      has.languages,
      has.skills,
      needs.maxLeases,
    ];
  }
}
