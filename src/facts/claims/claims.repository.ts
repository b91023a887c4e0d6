import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { NEXT_MOMENT } from '../../record/workspaces/placement-lock.js';
import { Claim } from './claim.entity.js';

@Injectable()
export class ClaimsRepository {
  find(reader: Reader, workspaceId: string, id: string): Promise<Claim | null> {
    return reader.repository(Claim).findOneBy({ workspaceId, id });
  }

  /** Reads the claim and keeps every other writer of it waiting until the transaction ends. */
  lock(tx: Tx, workspaceId: string, id: string): Promise<Claim | null> {
    return tx.repository(Claim).findOne({ where: { workspaceId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Reads the claim after every writer under way has ended; writers wait until the transaction ends. */
  share(tx: Tx, workspaceId: string, id: string): Promise<Claim | null> {
    return tx.repository(Claim).findOne({ where: { workspaceId, id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: Tx, claim: Claim): Promise<void> {
    await tx.repository(Claim).insert(claim);
  }

  /** The moment of the next change of a locked claim: later than any moment that was answered for, and than its last. */
  async nextMoment(tx: Tx, before: Claim | null): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(
      `select greatest(${NEXT_MOMENT}, $1::timestamptz + interval '1 millisecond',
                       $2::timestamptz + interval '1 millisecond') as at`,
      [before?.updatedAt ?? null, before?.corroborationAsOf ?? null],
    );
    return row!.at;
  }

  /** Writes the columns that differ and counts the version up by one, as of a moment that nextMoment gave. */
  async update(tx: Tx, before: Claim, after: Claim, at: Date): Promise<Claim> {
    const changed = Object.fromEntries(
      Object.entries(after).filter(([column, value]) => value !== before[column as keyof Claim]),
    );
    const updated = { ...after, version: before.version + 1, updatedAt: at };
    const written = await tx
      .repository(Claim)
      .createQueryBuilder()
      .update()
      .set({ ...changed, version: updated.version, updatedAt: updated.updatedAt })
      .where({ id: before.id })
      .returning('review_due_at')
      .execute();
    // The database lets it follow the claim's due time.
    updated.reviewDueAt = (written.raw as { review_due_at: Date | null }[])[0]!.review_due_at;
    return updated;
  }
}
