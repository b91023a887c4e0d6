import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { insertRow, insertRows } from '../../base/database/insert-row.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { Statement } from './statement.entity.js';

@Injectable()
export class StatementsRepository {
  find(reader: Reader, workspaceId: string, id: string): Promise<Statement | null> {
    return reader.repository(Statement).findOneBy({ workspaceId, id });
  }

  many(reader: Reader, workspaceId: string, ids: string[]): Promise<Statement[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : reader.repository(Statement).findBy({ workspaceId, id: In(ids) });
  }

  /** Every statement ever recorded on a claim, struck ones included, in the order of the record. */
  ofClaim(reader: Reader, workspaceId: string, claimId: string): Promise<Statement[]> {
    return reader
      .repository(Statement)
      .find({ where: { workspaceId, claimId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  /** As above, of many claims. */
  async ofClaims(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Statement[]> {
    if (claimIds.length === 0) return [];
    return reader
      .repository(Statement)
      .find({ where: { workspaceId, claimId: In(claimIds) }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  page(
    reader: Reader,
    scope: { workspaceId: string; claimId?: string; sourceId?: string },
    limit: number,
    after: Place | null,
  ): Promise<Statement[]> {
    const rows = reader
      .repository(Statement)
      .createQueryBuilder('s')
      .where(scope)
      .orderBy({ 's.recorded_at': 'ASC', 's.id': 'ASC' })
      .limit(limit + 1);
    if (after) rows.andWhere('(s.recorded_at, s.id) > (:at, :id)', { at: after[0], id: after[1] });
    return rows.getMany();
  }

  async insert(tx: Tx, row: Statement): Promise<void> {
    await insertRow(tx, Statement, row);
  }

  insertMany(tx: Tx, rows: Statement[]): Promise<void> {
    return insertRows(tx, Statement, rows);
  }

  async strike(tx: Tx, row: Statement): Promise<void> {
    const { id, struckAt, struckBy, strikeReason, replacementId, struckClaimVersion } = row;
    await tx
      .repository(Statement)
      .update({ id }, { struckAt, struckBy, strikeReason, replacementId, struckClaimVersion });
  }

  /** The claims that are closed as duplicates of a claim, in the order of ids. */
  async duplicatesOf(tx: Tx, workspaceId: string, claimId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select id from claims where workspace_id = $1 and duplicate_of_id = $2 order by id',
      [workspaceId, claimId],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these are statements of the claim, and not struck. */
  async standing(tx: Tx, workspaceId: string, claimId: string, ids: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select id from statements
        where workspace_id = $1 and claim_id = $2 and id = any($3::uuid[]) and struck_at is null`,
      [workspaceId, claimId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What was recorded or struck since the claim stood at a version. */
  async since(tx: Tx, workspaceId: string, claimId: string, version: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from statements where workspace_id = $1 and claim_id = $2
          and (claim_version > $3 or struck_claim_version > $3) order by recorded_at`,
      [workspaceId, claimId, version],
    );
    return rows.map(({ id }) => id);
  }
}
