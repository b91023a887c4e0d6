import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { LIVE } from './live-turns.js';
import { MAY_REVIEW } from './reviewers.repository.js';
import { eligible, firstLook, wideLook } from './waiting-slots.js';

/** What the taking statement filters by. */
export interface Taker {
  workspaceId: string;
  memberId: string;
  /** What the member has, and what the queue asks: taken is only while both are still so. */
  has: Needs;
  queue: Needs & { id: string; maxLeases: number | null };
  allowSelfReview: boolean;
  /** Whether it is for slots that this member returned or let expire, once 5 minutes have passed, or for all others. */
  returned: boolean;
}

interface Needs {
  languages: string[];
  skills: string[];
}

/** Where a take looks: first at the head of the queue, then everywhere, at last in a round whose claim it has locked. */
export type Where = 'first' | 'wide' | 'wider' | { roundId: string };

export interface Head {
  queueId: string;
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

// Member, queue and policy must still be what the caller went by; they are looked up once per statement.
const STILL_SO = `exists (
      select 1 from members m, queues q
       where m.workspace_id = $1 and m.id = $3 and ${MAY_REVIEW} and m.languages = $5 and m.skills = $6
         and q.workspace_id = $1 and q.id = $2 and q.languages = $7 and q.skills = $8
         and q.max_leases is not distinct from $9::integer)
    and $4 = (select p.allow_self_review from policy_versions p
               where p.workspace_id = $1 order by p.version desc limit 1)
    and ($9 is null or $9 > (
      select count(*) from (
        select 1 from assignments a
         where a.workspace_id = $1 and a.member_id = $3 and a.queue_id = $2 and a.state in ${LIVE}
           and a.expires_at > clock_timestamp() limit $9) live))`;

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
          where s.queue_id = $2 and ${eligible(taker.returned)} and ${STILL_SO}
          order by candidate.rank, candidate.id limit 1
            for update of c, s skip locked
       ), taken as (
         update slots set state = 'taken', token = slots.token + 1
           from next where slots.id = next.id
         returning slots.*
       ), opened as (
         insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                                  opened_at, expires_at)
         select $10, t.workspace_id, t.id, t.round_id, t.claim_id, t.queue_id, $3, 'leased', t.token,
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
      [...this.parameters(taker), assignmentId, ...(typeof where === 'string' ? [] : [where.roundId])],
    );
    return row ?? null;
  }

  /** The first slot of each queue for this member, whoever is writing to it; the queue whose slot ranks first leads. */
  async heads(reader: Reader, taker: Omit<Taker, 'queue' | 'has'>, queueIds: string[]): Promise<Head[]> {
    const near = await this.headsIn(reader, taker, queueIds, firstLook('q.id'));
    const rest = queueIds.filter((id) => !near.some(({ queueId }) => queueId === id));
    if (rest.length === 0) return near;
    const far = await this.headsIn(reader, taker, rest, wideLook('q.id', 1, taker.returned));
    return [...near, ...far].sort((a, b) => a.rank.getTime() - b.rank.getTime());
  }

  private headsIn(
    reader: Reader,
    taker: Omit<Taker, 'queue' | 'has'>,
    queueIds: string[],
    candidates: string,
  ): Promise<Head[]> {
    return reader.query<Head>(
      `select q.id as "queueId", head.claim_id as "claimId", head.round_id as "roundId", head.rank
         from unnest($2::uuid[]) as q (id)
        cross join lateral (
          select s.id, s.rank, s.claim_id, s.round_id
            from (${candidates}) candidate join slots s on s.id = candidate.id
           where ${eligible(taker.returned)}
           order by candidate.rank, candidate.id limit 1
        ) head
        order by head.rank, head.id`,
      [taker.workspaceId, queueIds, taker.memberId, taker.allowSelfReview],
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
    if (where === 'first') return firstLook('$2');
    if (where === 'wide') return wideLook('$2', WIDE, returned);
    if (where === 'wider') return wideLook('$2', WIDER, returned);
    return 'select w.id, w.rank from slots w where w.round_id = $11';
  }

  private parameters({ workspaceId, memberId, has, queue, allowSelfReview }: Taker): unknown[] {
    return [
      workspaceId,
      queue.id,
      memberId,
      allowSelfReview,
      has.languages,
      has.skills,
      queue.languages,
      queue.skills,
      queue.maxLeases,
    ];
  }
}
