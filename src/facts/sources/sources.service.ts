import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { invalidField, notFound, unknownReference } from '../../base/errors/problem.js';
import { expectVersion, type ExpectedVersion } from '../../base/http/if-match.js';
import { type Page, type PageQuery, pageFrom, readCursor } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import { changesBetween } from '../../record/events/event.js';
import { Events } from '../../record/events/events.service.js';
import { lockPlacements, nextMoment, placementMoment } from '../../record/workspaces/placement-lock.js';
import { Parties } from '../parties/parties.service.js';
import { Source, SourceGrade, SourcePlacement } from './source.entity.js';
import type { NewGrade, NewSource, SourceChange, SourcesQuery } from './source.dto.js';
import { sourceDuplicate, sourceHidden } from './source.errors.js';
import { sourceCreated, sourceGraded, sourceUpdated } from './source.events.js';
import { seesName } from './source.policy.js';
import { type SourceRow, SourcesRepository } from './sources.repository.js';

@Injectable()
export class Sources {
  constructor(
    private readonly database: Database,
    private readonly repository: SourcesRepository,
    private readonly parties: Parties,
    private readonly events: Events,
  ) {}

  async read(actor: Actor, id: string): Promise<SourceRow> {
    const source = await this.repository.find(this.database, actor.workspaceId, id);
    if (source === null) throw notFound('source');
    return source;
  }

  async list(actor: Actor, query: SourcesQuery): Promise<Page<SourceRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.page(this.database, actor, query.name ?? null, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  /** The sources of these names, by their names after normalisation; those that are not there are left out. */
  async named(reader: Reader, actor: Actor, names: string[]): Promise<Map<string, SourceRow>> {
    const keys = [...new Set(names.map(normalise))];
    const rows = keys.length === 0 ? [] : await this.repository.named(reader, actor, keys);
    return new Map(rows.map((row) => [row.nameKey, row]));
  }

  /**
   * Whoever makes sources for many rows at once takes this first and then looks for them again: of two who name the
   * same ones, one makes them and the other finds them.
   */
  async lockNaming(tx: Tx, workspaceId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sources:${workspaceId}`]);
  }

  /** Refuses ids that are no sources of the workspace; `fields` maps paths of the request to ids, null for none. */
  async expectKnown(
    reader: Reader,
    workspaceId: string,
    fields: Record<string, string | null>,
  ): Promise<void> {
    const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
    if (given.length === 0) return;
    const known = await this.repository.known(
      reader,
      workspaceId,
      given.map(([, id]) => id),
    );
    for (const [path, id] of given) if (!known.has(id)) throw unknownReference(path, 'source');
  }

  /** What this reader may call each of these sources, by id. */
  async namesFor(reader: Reader, actor: Actor, ids: string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.repository.namesFor(reader, actor, ids);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async create(actor: Actor, given: NewSource): Promise<{ source: SourceRow; partyCreated: boolean }> {
    return this.database.transaction((tx) => this.createIn(tx, actor, given));
  }

  async createIn(
    tx: Tx,
    actor: Actor,
    given: NewSource,
  ): Promise<{ source: SourceRow; partyCreated: boolean }> {
    const { workspaceId } = actor;
    await this.expectKnown(tx, workspaceId, { parentId: given.parentId ?? null });
    const { party: name, ...fields } = given;
    const party = name ? await this.parties.findOrCreate(tx, actor, name) : null;
    const source = {
      ...withDefaults(fields),
      id: uuid(),
      workspaceId,
      nameKey: normalise(given.name),
      partyId: party?.id ?? null,
      createdBy: actor.memberId,
    };
    this.expectLabel(source);
    if (await this.repository.nameTaken(tx, actor, given.name, null)) throw sourceDuplicate();
    const validFrom = await nextMoment(tx);
    await tx.repository(Source).insert(source);
    await this.place(tx, source, validFrom, true);
    const row = (await this.repository.find(tx, workspaceId, source.id))!;
    await this.events.append(tx, actor, [sourceCreated(row)]);
    return { source: row, partyCreated: party?.created ?? false };
  }

  async amend(
    actor: Actor,
    id: string,
    expected: ExpectedVersion,
    change: SourceChange,
  ): Promise<{ source: SourceRow; partyCreated: boolean }> {
    return this.database.transaction(async (tx) => {
      const moves = change.parentId !== undefined || change.party !== undefined;
      if (moves) await lockPlacements(tx, actor.workspaceId);
      const before = await this.repository.lock(tx, actor.workspaceId, id);
      if (before === null) throw notFound('source');
      if (!seesName(actor, before)) throw sourceHidden();
      expectVersion(expected, before.version);
      const { after, partyCreated } = await this.changed(tx, actor, before, change);
      if (Object.keys(changesBetween({ ...before }, { ...after })).length === 0) {
        return { source: before, partyCreated };
      }
      const { party: _party, createdAt: _at, ...columns } = after;
      await tx.repository(Source).update({ id }, { ...columns, version: before.version + 1 });
      const replaced = before.parentId !== after.parentId || before.partyId !== after.partyId;
      // Read only now: a party that was just made must be known from the moment the placement counts from.
      if (replaced) await this.place(tx, after, await placementMoment(tx), false);
      await this.events.append(tx, actor, [sourceUpdated(before, after)]);
      return { source: (await this.repository.find(tx, actor.workspaceId, id))!, partyCreated };
    });
  }

  async grade(actor: Actor, id: string, given: NewGrade): Promise<SourceGrade> {
    return this.database.transaction(async (tx) => {
      const source = await this.repository.lock(tx, actor.workspaceId, id);
      if (source === null) throw notFound('source');
      const { reliability, reason } = given;
      const gradeId = uuid();
      await tx.repository(SourceGrade).insert({
        id: gradeId,
        workspaceId: actor.workspaceId,
        sourceId: id,
        reliability,
        reason,
        gradedBy: actor.memberId,
      });
      await tx.repository(Source).update({ id }, { reliability, version: source.version + 1 });
      const grade = await tx.repository(SourceGrade).findOneByOrFail({ id: gradeId });
      await this.events.append(tx, actor, [sourceGraded(grade, source.reliability)]);
      return grade;
    });
  }

  async grades(actor: Actor, id: string, query: PageQuery): Promise<Page<SourceGrade>> {
    await this.read(actor, id);
    const after = readCursor(query.cursor, ['time', 'id']);
    const grades = this.database
      .repository(SourceGrade)
      .createQueryBuilder('g')
      .where('g.workspace_id = :workspaceId and g.source_id = :id', { workspaceId: actor.workspaceId, id })
      .orderBy({ 'g.graded_at': 'DESC', 'g.id': 'DESC' })
      .limit(query.limit + 1);
    if (after) grades.andWhere('(g.graded_at, g.id) < (:at, :after)', { at: after[0], after: after[1] });
    return pageFrom(
      await grades.getMany(),
      query.limit,
      (grade) => [grade.gradedAt.toISOString(), grade.id],
      (grade) => grade,
    );
  }

  private async changed(
    tx: Tx,
    actor: Actor,
    before: SourceRow,
    change: SourceChange,
  ): Promise<{ after: SourceRow; partyCreated: boolean }> {
    const { party: partyName, ...fields } = change;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after: SourceRow = { ...before, ...given };
    after.nameKey = normalise(after.name);
    this.expectLabel(after);
    if (after.parentId !== null && after.parentId !== before.parentId) {
      await this.expectNoLoop(tx, after, after.parentId);
    }
    if (after.nameKey !== before.nameKey || after.confidential !== before.confidential) {
      if (await this.repository.nameTaken(tx, actor, after.name, after.id)) throw sourceDuplicate();
    }
    const party = partyName ? await this.parties.findOrCreate(tx, actor, partyName) : null;
    if (partyName !== undefined) {
      after.partyId = party?.id ?? null;
      after.party = party?.name ?? null;
    }
    return { after, partyCreated: party?.created ?? false };
  }

  private async expectNoLoop(tx: Tx, source: Source, parentId: string): Promise<void> {
    await this.expectKnown(tx, source.workspaceId, { parentId });
    if (await this.repository.isAtOrAbove(tx, source.workspaceId, source.id, parentId)) {
      throw invalidField('parentId', 'must not be the source itself or one that belongs to it');
    }
  }

  private expectLabel(source: Pick<Source, 'confidential' | 'publicLabel'>): void {
    if (source.confidential && !source.publicLabel) {
      throw invalidField('publicLabel', 'is needed for a confidential source: what may everybody call it?');
    }
  }

  private async place(
    tx: Tx,
    source: Pick<Source, 'id' | 'workspaceId' | 'parentId' | 'partyId'>,
    validFrom: Date,
    initial: boolean,
  ): Promise<void> {
    const { id: sourceId, workspaceId, parentId, partyId } = source;
    await tx
      .repository(SourcePlacement)
      .insert({ workspaceId, sourceId, validFrom, parentId, partyId, initial });
  }
}

function withDefaults(given: Omit<NewSource, 'party'>) {
  return {
    name: given.name,
    kind: given.kind,
    parentId: given.parentId ?? null,
    country: given.country ?? null,
    urls: given.urls ?? [],
    wikidataId: given.wikidataId ?? null,
    confidential: given.confidential ?? false,
    publicLabel: given.publicLabel ?? null,
    notes: given.notes ?? '',
  };
}
