import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Verdict } from '../../facts/claims/claim.entity.js';
import { NOTED_AT_MOST, Round, Slot } from './round.entity.js';

@Injectable()
export class RoundsRepository {
  async nextNumber(tx: Tx, claimId: string): Promise<number> {
    const [row] = await tx.query<{ number: number }>(
      'select coalesce(max(number), 0) + 1 as number from rounds where claim_id = $1',
      [claimId],
    );
    return row!.number;
  }

  async open(tx: Tx, round: Round, enteredBy: string): Promise<void> {
    await tx.repository(Round).insert(round);
    await tx.query(
      `insert into slots (id, workspace_id, round_id, claim_id, queue_id, needs_id, number, mode, rank, entered_by,
                          authors, finished)
       select slot.id, r.workspace_id, r.id, r.claim_id, r.queue_id, r.needs_id, slot.number, r.mode, r.rank,
              $3, authors, finished
         from rounds r
        cross join unnest($2::uuid[]) with ordinality as slot (id, number)
        cross join lateral (
          select array(with recursive said as (
                         select recorded_by, moved_from_id from statements where claim_id = r.claim_id
                         union
                         select o.recorded_by, o.moved_from_id from said join statements o on o.id = said.moved_from_id
                       )
                       select $3::uuid as m union select recorded_by from said
                       order by m limit ${NOTED_AT_MOST}) as authors,
                 array(select distinct a.member_id from assignments a
                        where a.claim_id = r.claim_id and a.state = 'declined'
                        order by 1 limit ${NOTED_AT_MOST}) as finished
        ) not_for
        where r.id = $1`,
      [round.id, Array.from({ length: round.reviews }, () => uuid()), enteredBy],
    );
  }

  live(reader: Reader, claimId: string): Promise<Round | null> {
    return reader
      .repository(Round)
      .createQueryBuilder('r')
      .where(`r.claim_id = :claimId and r.state in ('open', 'disagreed')`, { claimId })
      .getOne();
  }

  find(reader: Reader, id: string): Promise<Round> {
    return reader.repository(Round).findOneByOrFail({ id });
  }

  lockSlot(tx: Tx, id: string): Promise<Slot> {
    return tx.repository(Slot).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async setSlot(tx: Tx, id: string, change: Partial<Pick<Slot, 'state' | 'token'>>): Promise<void> {
    await tx.repository(Slot).update({ id }, change);
  }

  async cancelSlots(tx: Tx, roundId: string): Promise<void> {
    await tx.query(`update slots set state = 'cancelled' where round_id = $1 and state <> 'done'`, [roundId]);
  }

  async cancel(tx: Tx, roundId: string): Promise<void> {
    await tx.query(
      `update rounds set state = 'cancelled', closed_at = date_trunc('milliseconds', clock_timestamp()) where id = $1`,
      [roundId],
    );
  }

  async settle(tx: Tx, roundId: string, verdict: Verdict): Promise<void> {
    await tx.query(
      `update rounds set state = 'settled', closed_at = date_trunc('milliseconds', clock_timestamp()), verdict = $2
        where id = $1`,
      [roundId, JSON.stringify(verdict)],
    );
  }

  /** The decisions are in and do not agree: the round waits for an editor's word. */
  async disagree(tx: Tx, roundId: string): Promise<void> {
    await tx.query(`update rounds set state = 'disagreed' where id = $1`, [roundId]);
  }

  /** How many slots of a round are in hand or done, and how many are not done. */
  async progress(tx: Tx, roundId: string): Promise<{ touched: number; open: number }> {
    const [row] = await tx.query<{ touched: string; open: string }>(
      `select count(*) filter (where state in ('taken', 'done')) as touched,
              count(*) filter (where state <> 'done') as open
         from slots where round_id = $1`,
      [roundId],
    );
    return { touched: Number(row!.touched), open: Number(row!.open) };
  }

  /** Held claims whose time has come. No index can be searched by clock_timestamp(), which never stands still. */
  heldUntilNow(reader: Reader, limit: number): Promise<{ id: string; workspaceId: string }[]> {
    return reader.query(
      `select id, workspace_id as "workspaceId" from claims where hold_until <= statement_timestamp() order by hold_until limit $1`,
      [limit],
    );
  }
}
