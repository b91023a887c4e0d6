import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, Doer } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { insertRows } from '../../base/database/insert-row.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { notFound, Problem, type ProblemKind } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import type { NewEvent } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import type { Claim } from '../claims/claim.entity.js';
import { Claims } from '../claims/claims.service.js';
import { Files } from '../files/files.service.js';
import { Evidence } from './evidence.entity.js';
import type { EvidenceQuery, NewEvidence } from './evidence.dto.js';
import { evidenceAdded, evidenceGone } from './evidence.events.js';
import { goneFrom, newEvidence, NOT_LOOKED_AT, sameness, toldEvidence } from './evidence.rules.js';

export const EVIDENCE_GONE: ProblemKind = {
  status: 409,
  code: 'evidence.gone',
  title: 'This evidence is gone already',
};

export interface CarriedEvidence {
  carried: { from: string; to: string }[];
  events: NewEvent[];
}

@Injectable()
export class EvidenceItems {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly files: Files,
    private readonly events: Events,
  ) {}

  async add(actor: Actor, claimId: string, given: NewEvidence): Promise<Evidence> {
    return this.database.transaction(async (tx) => {
      const claim = await this.claims.lock(tx, actor.workspaceId, claimId);
      const file = given.fileId
        ? await this.files.attach(tx, actor.workspaceId, given.fileId, 'fileId')
        : null;
      const updated = await this.claims.update(tx, claim, claim);
      const row = newEvidence(given, file, updated, actor.memberId, '');
      await tx.repository(Evidence).insert(row);
      await this.events.append(tx, actor, [evidenceAdded(updated, toldEvidence(row))]);
      return row;
    });
  }

  async read(actor: Actor, id: string): Promise<Evidence> {
    return this.find(this.database, actor, id);
  }

  async list(actor: Actor, claimId: string, query: EvidenceQuery): Promise<Page<Evidence>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = this.database
      .repository(Evidence)
      .createQueryBuilder('e')
      .where('e.workspace_id = :workspaceId and e.claim_id = :claimId', {
        workspaceId: actor.workspaceId,
        claimId,
      })
      .orderBy({ 'e.added_at': 'ASC', 'e.id': 'ASC' })
      .limit(query.limit + 1);
    if (after) rows.andWhere('(e.added_at, e.id) > (:at, :id)', { at: after[0], id: after[1] });
    return pageFrom(
      await rows.getMany(),
      query.limit,
      (row) => [row.addedAt.toISOString(), row.id],
      (row) => row,
    );
  }

  /** Marks that what the link led to is not there any more; the item and its digest stay on the record. */
  async markGone(actor: Actor, id: string, reason: string): Promise<Evidence> {
    const marked = await this.database.transaction((tx) => this.noteGone(tx, actor, id, reason));
    if (marked === null)
      throw new Problem(EVIDENCE_GONE, 'It was marked as gone before. Nothing was changed.');
    return marked;
  }

  /** The same for the machine; null where it was gone before. */
  async noteGone(tx: Tx, doer: Doer, id: string, reason: string): Promise<Evidence | null> {
    const { row, claim } = await this.lock(tx, doer, id);
    if (row.goneAt !== null) return null;
    const updated = await this.claims.update(tx, claim, claim);
    const gone = goneFrom(updated, reason);
    await tx.repository(Evidence).update({ id }, gone);
    await this.events.append(tx, doer, [evidenceGone(updated, { id, claimId: claim.id, reason })]);
    return { ...row, ...gone };
  }

  /** Reads an item for a change, with its claim locked. */
  async lock(tx: Tx, doer: Doer, id: string): Promise<{ row: Evidence; claim: Claim }> {
    const { claimId } = await this.find(tx, doer, id);
    const claim = await this.claims.lock(tx, doer.workspaceId, claimId);
    return { claim, row: await this.find(tx, doer, id) };
  }

  /** Adds the evidence of a duplicate that is not gone to the claim that stays, which is locked and as it becomes. */
  async carry(tx: Tx, actor: Actor, duplicate: Claim, onto: Claim): Promise<CarriedEvidence> {
    const there = new Set((await this.standing(tx, onto.workspaceId, onto.id)).map(sameness));
    const items = await this.standing(tx, onto.workspaceId, duplicate.id);
    const copies = items
      .filter((item) => !there.has(sameness(item)))
      .map((item) => ({
        ...item,
        id: uuid(),
        claimId: onto.id,
        movedFromClaimId: duplicate.id,
        movedFromId: item.id,
        addedBy: actor.memberId,
        addedAt: onto.updatedAt,
        ...NOT_LOOKED_AT,
        checkAt: item.checkAt && onto.updatedAt,
        claimVersion: onto.version,
      }));
    if (copies.length > 0) await tx.repository(Evidence).insert(copies);
    return {
      carried: copies.map(({ id: to, movedFromId: from }) => ({ from, to })),
      events: copies.map((copy) => evidenceAdded(onto, toldEvidence(copy))),
    };
  }

  /** Marks as gone what was added to a claim, locked and as it becomes, from one that is no duplicate of it after all. */
  async takeBack(
    tx: Tx,
    from: Claim,
    onto: Claim,
    reason: string,
  ): Promise<{ ids: string[]; events: NewEvent[] }> {
    const items = await this.standing(tx, onto.workspaceId, onto.id);
    const ids = items.filter(({ movedFromClaimId }) => movedFromClaimId === from.id).map(({ id }) => id);
    const gone = goneFrom(onto, reason);
    if (ids.length > 0) await tx.repository(Evidence).update({ id: In(ids) }, gone);
    return { ids, events: ids.map((id) => evidenceGone(onto, { id, claimId: onto.id, reason })) };
  }

  /** All evidence of these claims, also what is gone, in the order of the record. */
  async all(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Evidence[]> {
    if (claimIds.length === 0) return [];
    return reader
      .repository(Evidence)
      .find({ where: { workspaceId, claimId: In(claimIds) }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  insertMany(tx: Tx, rows: Evidence[]): Promise<void> {
    return insertRows(tx, Evidence, rows);
  }

  /** The evidence of a claim that is not gone, in the order of the record. */
  standing(tx: Tx, workspaceId: string, claimId: string): Promise<Evidence[]> {
    return tx
      .repository(Evidence)
      .find({ where: { workspaceId, claimId, goneAt: IsNull() }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** Which of these are evidence of the claim. */
  async known(tx: Tx, workspaceId: string, claimId: string, ids: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      'select id from evidence where workspace_id = $1 and claim_id = $2 and id = any($3::uuid[])',
      [workspaceId, claimId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What was added or found gone since the claim stood at a version. */
  async since(tx: Tx, workspaceId: string, claimId: string, version: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from evidence where workspace_id = $1 and claim_id = $2
          and (claim_version > $3 or gone_claim_version > $3) order by added_at, id`,
      [workspaceId, claimId, version],
    );
    return rows.map(({ id }) => id);
  }

  private async find(reader: Reader, { workspaceId }: Doer, id: string): Promise<Evidence> {
    const row = await reader.repository(Evidence).findOneBy({ workspaceId, id });
    if (row === null) throw notFound('evidence');
    return row;
  }
}
