import { Injectable } from '@nestjs/common';
import { insertRow, insertRows } from '../../base/database/insert-row.js';
import { selectList } from '../../base/database/select-list.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { NEXT_MOMENT } from '../../record/workspaces/placement-lock.js';
import { Claim } from './claim.entity.js';

/** What a move may write, with its column. */
export const MOVES = {
  status: 'status',
  heldFrom: 'held_from',
  holdUntil: 'hold_until',
  closedReason: 'closed_reason',
  duplicateOfId: 'duplicate_of_id',
  queueId: 'queue_id',
  rank: 'rank',
  reviewDueAt: 'review_due_at',
  verdict: 'verdict',
  verdictAt: 'verdict_at',
  rating: 'rating',
} as const satisfies Partial<Record<keyof Claim, string>>;
const MOVED = Object.entries(MOVES) as [keyof typeof MOVES, string][];
const SET = MOVED.map(([, column], i) => `${column} = $${i + 3}`).join(', ');

@Injectable()
export class ClaimsRepository {
  find(reader: Reader, workspaceId: string, id: string): Promise<Claim | null> {
    return this.one(reader, workspaceId, id, '');
  }

  lockByExternalId(tx: Tx, workspaceId: string, externalIds: string[]): Promise<Claim[]> {
    return tx.query<Claim>(
      `select ${selectList(tx.repository(Claim).metadata)} from claims
        where workspace_id = $1 and external_id = any($2::text[]) order by id for update`,
      [workspaceId, externalIds],
    );
  }

  /** Reads the claim and keeps every other writer of it waiting until the transaction ends. */
  lock(tx: Tx, workspaceId: string, id: string): Promise<Claim | null> {
    return this.one(tx, workspaceId, id, 'for update');
  }

  /** Reads the claim after every writer under way has ended; writers wait until the transaction ends. */
  share(tx: Tx, workspaceId: string, id: string): Promise<Claim | null> {
    return this.one(tx, workspaceId, id, 'for share');
  }

  async insert(tx: Tx, claim: Claim): Promise<void> {
    await insertRow(tx, Claim, claim);
  }

  /** In one order of the ids of others, so that two who enter the same ones at once do not wait in a circle. */
  async insertMany(tx: Tx, claims: Claim[]): Promise<void> {
    const key = ({ externalId }: Claim) => externalId ?? '';
    await insertRows(
      tx,
      Claim,
      claims.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    );
  }

  /** The moment of the next change of a locked claim: later than any moment that was answered for, and than its last. */
  async nextMoment(tx: Tx, before: Claim): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(
      `select greatest(${NEXT_MOMENT}, $1::timestamptz + interval '1 millisecond',
                       $2::timestamptz + interval '1 millisecond') as at`,
      [before.updatedAt, before.corroborationAsOf],
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

  /** As above, of what moves with the status alone: one statement for every move, which the database plans once. */
  async move(tx: Tx, before: Claim, after: Claim): Promise<Claim> {
    const version = before.version + 1;
    const [row] = await tx.query<Pick<Claim, 'updatedAt' | 'reviewDueAt'>>(
      `update claims set version = $2, updated_at = date_trunc('milliseconds', clock_timestamp()), ${SET} where id = $1
       returning updated_at as "updatedAt", review_due_at as "reviewDueAt"`,
      [before.id, version, ...MOVED.map(([field]) => after[field])],
    );
    return { ...after, version, ...row! };
  }

  private async one(reader: Reader, workspaceId: string, id: string, lock: string): Promise<Claim | null> {
    const [row] = await reader.query<Claim>(
      `select ${selectList(reader.repository(Claim).metadata)} from claims where workspace_id = $1 and id = $2 ${lock}`,
      [workspaceId, id],
    );
    return row ?? null;
  }
}
