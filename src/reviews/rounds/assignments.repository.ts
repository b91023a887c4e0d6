import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { Assignment, AssignmentState, LedgerEntryKind } from './assignment.entity.js';
import { LIVE, STANDS } from './live-turns.js';
import { hasStated, MAY_REVIEW, NO_REVIEWER_SINCE } from './reviewers.repository.js';

export type AssignmentRow = Assignment & {
  memberName: string | null;
  memberMayReview: boolean;
  dueAt: Date | null;
  roundNumber: number;
  slotNumber: number;
};

export interface Holder {
  id: string;
  name: string;
  expiresAt: Date;
}

export interface LeaseRow {
  claimId: string;
  assignmentId: string;
  slot: number;
  state: string;
  memberId: string;
  memberName: string | null;
  expiresAt: Date;
}

// What ends without an act on it has ended for every reader, whether or not the sweep has been by: a lease that has run
// out is expired, and one whose member may not review any more is broken.
const SELECT = `select a.id, a.workspace_id as "workspaceId", a.slot_id as "slotId", a.round_id as "roundId",
    a.claim_id as "claimId", a.queue_id as "queueId", a.member_id as "memberId",
    seen.state, a.token, a.opened_at as "openedAt", a.expires_at as "expiresAt", a.held_until as "heldUntil",
    case seen.state when a.state then a.ended_at when 'expired' then a.expires_at
         else greatest(a.opened_at, gone.at) end as "endedAt",
    a.decline_reason as "declineReason", a.decline_note as "declineNote",
    m.name as "memberName", gone.at is null as "memberMayReview", r.number as "roundNumber", r.due_at as "dueAt", s.number as "slotNumber"
  from assignments a
  join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
  join rounds r on r.workspace_id = a.workspace_id and r.id = a.round_id
  join slots s on s.workspace_id = a.workspace_id and s.id = a.slot_id
  cross join lateral (select ${NO_REVIEWER_SINCE} as at) gone
  cross join lateral (
    select case when a.state not in ${LIVE} then a.state
                when gone.at < a.expires_at then 'broken'
                when a.expires_at <= clock_timestamp() then 'expired'
                else a.state end as state
  ) seen`;

@Injectable()
export class AssignmentsRepository {
  async find(reader: Reader, workspaceId: string, id: string): Promise<AssignmentRow | null> {
    const [row] = await reader.query<AssignmentRow>(`${SELECT} where a.workspace_id = $1 and a.id = $2`, [
      workspaceId,
      id,
    ]);
    return row ?? null;
  }

  page(
    reader: Reader,
    workspaceId: string,
    filter: { memberId: string | null; state: AssignmentState | null; queueId: string | null },
    limit: number,
    after: Place | null,
  ): Promise<AssignmentRow[]> {
    return reader.query<AssignmentRow>(
      `${SELECT}
        where a.workspace_id = $1
          and ($3::uuid is null or a.member_id = $3)
          and ($4::text is null or seen.state = $4 and (a.state = $4 or $4 in ('expired', 'broken') and a.state in ${LIVE}))
          and ($5::uuid is null or a.queue_id = $5)
          and ($6::timestamptz is null or (a.opened_at, a.id) < ($6, $7::uuid))
        order by a.opened_at desc, a.id desc limit $2`,
      [
        workspaceId,
        limit + 1,
        filter.memberId,
        filter.state,
        filter.queueId,
        after?.[0] ?? null,
        after?.[1] ?? null,
      ],
    );
  }

  /** Who holds a slot at this moment. */
  async holder(reader: Reader, slotId: string): Promise<Holder | null> {
    const [row] = await reader.query<Holder>(
      `select m.id, m.name, a.expires_at as "expiresAt"
         from assignments a join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
        where a.slot_id = $1 and a.state <> 'offered' and ${STANDS}`,
      [slotId],
    );
    return row ?? null;
  }

  /**
   * The present leases and offers on these claims. A claim's few turns are found first ("offset 0" keeps that apart):
   * a planner that has seen few live ones would rather go through all of those, however many there have come to be.
   */
  leasesOn(reader: Reader, workspaceId: string, claimIds: string[]): Promise<LeaseRow[]> {
    // Of an array the planner knows no length beforehand, thinks the worst and plans anew each time.
    const one = claimIds.length === 1;
    return reader.query<LeaseRow>(
      `select a.claim_id as "claimId", a.id as "assignmentId", s.number as slot, a.state, a.member_id as "memberId",
              m.name as "memberName", a.expires_at as "expiresAt"
         from ${one ? '(values ($2::uuid))' : 'unnest($2::uuid[])'} as claim (id)
        cross join lateral (select * from assignments a where a.claim_id = claim.id offset 0) a
         join slots s on s.workspace_id = a.workspace_id and s.id = a.slot_id
         join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
        where a.workspace_id = $1 and ${STANDS}
        order by s.number`,
      [workspaceId, one ? claimIds[0] : claimIds],
    );
  }

  /** All turns in rounds of a claim, in the order in which they began. */
  ofRounds(
    reader: Reader,
    workspaceId: string,
    claimId: string,
    roundIds: string[],
  ): Promise<AssignmentRow[]> {
    return reader.query<AssignmentRow>(
      `${SELECT} where a.workspace_id = $1 and a.claim_id = $2 and a.round_id = any($3::uuid[])
        order by a.opened_at, a.id`,
      [workspaceId, claimId, roundIds],
    );
  }

  /** Turns of a round that were not ended yet; `state` says which of them are over all the same. */
  openOf(tx: Tx, roundId: string): Promise<AssignmentRow[]> {
    return tx.query<AssignmentRow>(`${SELECT} where a.round_id = $1 and a.state in ${LIVE} order by a.id`, [
      roundId,
    ]);
  }

  /**
   * What has run out, or whose member may not review any more, and was not tidied yet. No index can be searched by
   * clock_timestamp(), which never stands still.
   */
  over(
    reader: Reader,
    workspaceId: string | null,
    limit: number,
  ): Promise<{ id: string; workspaceId: string }[]> {
    return reader.query(
      `(select id, workspace_id as "workspaceId" from assignments
         where state in ${LIVE} and expires_at <= statement_timestamp() and ($1::uuid is null or workspace_id = $1)
         order by expires_at limit $2)
       union
       (select a.id, a.workspace_id from assignments a
          join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
         where a.state in ${LIVE} and not (${MAY_REVIEW}) and ($1::uuid is null or a.workspace_id = $1) limit $2)`,
      [workspaceId, limit],
    );
  }

  /** Ends a turn: now, or as of when it was over. The slots of its round are noted as not for its member. */
  async end(
    tx: Tx,
    id: string,
    state: AssignmentState,
    more: Partial<Pick<Assignment, 'declineReason' | 'declineNote' | 'endedAt'>> = {},
  ): Promise<void> {
    await tx.query(
      `with ended as (
         update assignments
            set state = $2, decline_reason = $3, decline_note = $4,
                ended_at = coalesce($5, date_trunc('milliseconds', clock_timestamp()))
          where id = $1
         returning slot_id, round_id, member_id, state in ('submitted', 'declined') as for_good,
                   state = 'submitted' as decided
       )
       update slots s
          set finished = case when for_good then with_member(s.finished, member_id) else s.finished end,
              returned = case when for_good then s.returned else with_member(s.returned, member_id) end
         from ended e
        where s.round_id = e.round_id and s.state not in ('done', 'cancelled') and not (decided and s.id = slot_id)`,
      [id, state, more.declineReason ?? null, more.declineNote ?? null, more.endedAt ?? null],
    );
  }

  async forgetDeclineNotes(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
    await tx.query(
      'update assignments set decline_note = null where workspace_id = $1 and member_id = $2 and decline_note is not null',
      [workspaceId, id],
    );
  }

  /** Counts from now again, for the length of a lease of the round: a hold ends with it, a lease is never shortened. */
  async renew(tx: Tx, id: string): Promise<Date> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `update assignments a
          set state = 'leased', held_until = null,
              expires_at = greatest(case when a.state = 'leased' then a.expires_at end,
                                    clock_timestamp() + make_interval(secs => r.lease_seconds))
         from rounds r where a.id = $1 and r.id = a.round_id
       returning a.expires_at as "expiresAt"`,
      [id],
    );
    return row!.expiresAt;
  }

  async hold(tx: Tx, id: string, until: Date): Promise<void> {
    await tx.query(`update assignments set state = 'held', held_until = $2, expires_at = $2 where id = $1`, [
      id,
      until,
    ]);
  }

  /** Whether the policy keeps a member from the claim of their turn, which they entered or have stated something of. */
  async isBarred(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ barred: boolean }>(
      `select not policy.allow_self_review
                and (s.entered_by = a.member_id or ${hasStated('a.claim_id', 'a.member_id')} is true) as barred
         from assignments a
         join slots s on s.workspace_id = a.workspace_id and s.id = a.slot_id
        cross join lateral (
          select allow_self_review from policy_versions p
           where p.workspace_id = a.workspace_id order by p.version desc limit 1
        ) policy
        where a.id = $1`,
      [id],
    );
    return row!.barred;
  }

  /** Makes a lease of an offer, with the slot's next token. */
  async accept(tx: Tx, id: string, token: number): Promise<Date> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `update assignments a
          set state = 'leased', token = $2, expires_at = clock_timestamp() + make_interval(secs => r.lease_seconds)
         from rounds r where a.id = $1 and r.id = a.round_id
       returning a.expires_at as "expiresAt"`,
      [id, token],
    );
    return row!.expiresAt;
  }

  async whyBroken(reader: Reader, id: string): Promise<string | null> {
    const [row] = await reader.query<{ note: string | null }>(
      `select l.note from assignments a
         join assignment_ledger l on l.workspace_id = a.workspace_id and l.assignment_id = a.id
        where a.id = $1 and l.entry = 'broken'`,
      [id],
    );
    return row?.note ?? null;
  }

  async note(
    tx: Tx,
    assignment: Pick<Assignment, 'workspaceId' | 'id'>,
    entry: LedgerEntryKind,
    more: { byMember: string | null; at?: Date; expiresAt?: Date; note?: string | null },
  ): Promise<void> {
    await tx.query(
      `insert into assignment_ledger (workspace_id, assignment_id, entry, at, by_member, expires_at, note)
       values ($1, $2, $3, coalesce($7, date_trunc('milliseconds', clock_timestamp())), $4, $5, $6)`,
      [
        assignment.workspaceId,
        assignment.id,
        entry,
        more.byMember,
        more.expiresAt ?? null,
        more.note ?? null,
        more.at ?? null,
      ],
    );
  }
}
