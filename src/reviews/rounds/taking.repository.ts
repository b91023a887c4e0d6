import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { hasStated } from './reviewers.repository.js';

/** What the taking statement filters by. */
export interface Taker {
  workspaceId: string;
  memberId: string;
  queueId: string;
  allowSelfReview: boolean;
  /** Whether slots come into question that this member returned or let expire, once 5 minutes have passed. */
  returned: boolean;
}

/*
 * Which waiting slots a member may be given. Everything that a queue's head could be full of stands in the slot's
 * own row; the lookups go by index into the claim's few statements and this member's few turns on it.
 */
const ELIGIBLE = `s.workspace_id = $1 and s.queue_id = $2 and s.mode = 'pull' and s.state = 'waiting'
    and ($4 or s.entered_by <> $3 and ${hasStated('s.claim_id', '$3')} is not true)
    and not exists (
      select 1 from assignments a
       where a.claim_id = s.claim_id and a.member_id = $3
         and (a.state = 'declined'
              or a.round_id = s.round_id
                 and (a.state in ('offered', 'leased', 'held', 'submitted')
                      or not $5 or a.ended_at > clock_timestamp() - interval '5 minutes')))`;

export interface Head {
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
  expiresAt: Date;
}

@Injectable()
export class TakingRepository {
  /**
   * The take, one statement: the first eligible slot that nobody else is writing to, its next token, the lease and
   * its line in the ledger. The claim's row is locked with the slot's, and skipped like it, so this never waits. It
   * is locked first, as every writer does: a slot locked before its claim is found busy would stay locked, and the
   * writer of that claim would wait for this transaction while this one waits for the writer.
   */
  async take(tx: Tx, taker: Taker, assignmentId: string, roundId: string | null): Promise<Taken | null> {
    const [row] = await tx.query<Taken>(
      `with next as (
         select s.id from slots s join claims c on c.id = s.claim_id
          where ${ELIGIBLE} ${roundId === null ? '' : 'and s.round_id = $7'}
          order by s.rank, s.id limit 1
            for update of c, s skip locked
       ), taken as (
         update slots set state = 'taken', token = slots.token + 1
           from next where slots.id = next.id
         returning slots.*
       ), opened as (
         insert into assignments (id, workspace_id, slot_id, round_id, claim_id, queue_id, member_id, state, token,
                                  opened_at, expires_at)
         select $6, t.workspace_id, t.id, t.round_id, t.claim_id, t.queue_id, $3, 'leased', t.token,
                date_trunc('milliseconds', clock_timestamp()),
                clock_timestamp() + make_interval(secs => r.lease_seconds)
           from taken t join rounds r on r.id = t.round_id
         returning *
       ), noted as (
         insert into assignment_ledger (workspace_id, assignment_id, entry, at, by_member, expires_at)
         select workspace_id, id, 'leased', opened_at, member_id, expires_at from opened
       )
       select id as "assignmentId", slot_id as "slotId", claim_id as "claimId", round_id as "roundId",
              queue_id as "queueId", token, expires_at as "expiresAt" from opened`,
      [...this.parameters(taker), assignmentId, ...(roundId === null ? [] : [roundId])],
    );
    return row ?? null;
  }

  /** The slot at the head of the queue for this member, whoever is writing to it. */
  async head(reader: Reader, taker: Taker): Promise<Head | null> {
    const [row] = await reader.query<Head>(
      `select s.claim_id as "claimId", s.round_id as "roundId", s.rank from slots s where ${ELIGIBLE} order by s.rank, s.id limit 1`,
      this.parameters(taker),
    );
    return row ?? null;
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

  private parameters({ workspaceId, queueId, memberId, allowSelfReview, returned }: Taker): unknown[] {
    return [workspaceId, queueId, memberId, allowSelfReview, returned];
  }
}
