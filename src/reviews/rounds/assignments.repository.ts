import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { Assignment, AssignmentState, LedgerEntryKind } from './assignment.entity.js';

const LIVE = `('offered', 'leased', 'held')`;

export type AssignmentRow = Assignment & { memberName: string; roundNumber: number; slotNumber: number };

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
  memberName: string;
  expiresAt: Date;
}

// A lease that has run out is expired for every reader, whether or not the sweep has been by.
const SELECT = `select a.id, a.workspace_id as "workspaceId", a.slot_id as "slotId", a.round_id as "roundId",
    a.claim_id as "claimId", a.queue_id as "queueId", a.member_id as "memberId",
    case when a.state in ${LIVE} and a.expires_at <= clock_timestamp() then 'expired' else a.state end as state,
    a.token, a.opened_at as "openedAt", a.expires_at as "expiresAt", a.held_until as "heldUntil",
    coalesce(a.ended_at, case when a.expires_at <= clock_timestamp() then a.expires_at end) as "endedAt",
    a.decline_reason as "declineReason", a.decline_note as "declineNote",
    m.name as "memberName", r.number as "roundNumber", s.number as "slotNumber"
  from assignments a
  join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
  join rounds r on r.workspace_id = a.workspace_id and r.id = a.round_id
  join slots s on s.workspace_id = a.workspace_id and s.id = a.slot_id`;

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
          and ($4::text is null
               or a.state = $4 and ($4 not in ${LIVE} or a.expires_at > clock_timestamp())
               or $4 = 'expired' and a.state in ${LIVE} and a.expires_at <= clock_timestamp())
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
        where a.slot_id = $1 and a.state in ('leased', 'held') and a.expires_at > clock_timestamp()`,
      [slotId],
    );
    return row ?? null;
  }

  /** The present leases and offers on these claims. */
  leasesOn(reader: Reader, workspaceId: string, claimIds: string[]): Promise<LeaseRow[]> {
    return reader.query<LeaseRow>(
      `select a.claim_id as "claimId", a.id as "assignmentId", s.number as slot, a.state, a.member_id as "memberId",
              m.name as "memberName", a.expires_at as "expiresAt"
         from assignments a
         join slots s on s.workspace_id = a.workspace_id and s.id = a.slot_id
         join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
        where a.workspace_id = $1 and a.claim_id = any($2::uuid[]) and a.state in ${LIVE}
          and a.expires_at > clock_timestamp()
        order by s.number`,
      [workspaceId, claimIds],
    );
  }

  /** Turns of a round that were not ended yet; `state` says which of them have run out. */
  openOf(tx: Tx, roundId: string): Promise<AssignmentRow[]> {
    return tx.query<AssignmentRow>(`${SELECT} where a.round_id = $1 and a.state in ${LIVE} order by a.id`, [
      roundId,
    ]);
  }

  /** What has run out and was not tidied yet. No index can be searched by clock_timestamp(), which never stands still. */
  expired(
    reader: Reader,
    workspaceId: string | null,
    limit: number,
  ): Promise<{ id: string; workspaceId: string }[]> {
    return reader.query(
      `select id, workspace_id as "workspaceId" from assignments
        where state in ${LIVE} and expires_at <= statement_timestamp() and ($1::uuid is null or workspace_id = $1)
        order by expires_at limit $2`,
      [workspaceId, limit],
    );
  }

  /** What ran out ended when its time was up, whenever it is tidied; everything else ends now. */
  async end(
    tx: Tx,
    id: string,
    state: AssignmentState,
    more: Partial<Pick<Assignment, 'declineReason' | 'declineNote'>> = {},
  ): Promise<void> {
    await tx.query(
      `update assignments
          set state = $2, decline_reason = $3, decline_note = $4,
              ended_at = case when $2 = 'expired' then expires_at
                              else date_trunc('milliseconds', clock_timestamp()) end
        where id = $1`,
      [id, state, more.declineReason ?? null, more.declineNote ?? null],
    );
  }

  /** Counts from now again, for the length of a lease of the round; never shortens it. */
  async renew(tx: Tx, id: string): Promise<Date> {
    const [row] = await tx.query<{ expiresAt: Date }>(
      `update assignments a
          set expires_at = greatest(a.expires_at, clock_timestamp() + make_interval(secs => r.lease_seconds))
         from rounds r where a.id = $1 and r.id = a.round_id
       returning a.expires_at as "expiresAt"`,
      [id],
    );
    return row!.expiresAt;
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
