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
import { nextMoment, stampPlacement } from '../../record/workspaces/placement-lock.js';
import { PARTY_MERGED, PARTY_UPDATED } from './party.events.js';
import { Party, PartyVersion } from './party.entity.js';
import type { PartyChange } from './party.dto.js';
import { partyMerged } from './party.errors.js';
import { PartiesRepository, type PartyRow } from './parties.repository.js';

@Injectable()
export class Parties {
  constructor(
    private readonly database: Database,
    private readonly repository: PartiesRepository,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, query: PageQuery): Promise<Page<PartyRow>> {
    const after = readCursor(query.cursor, ['time', 'id']);
    const rows = await this.repository.page(this.database, actor.workspaceId, query.limit, after);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  /** What each of these parties is by now: itself, or the one it was merged into. Ids that are none are left out. */
  async present(reader: Reader, workspaceId: string, ids: string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.repository.present(reader, workspaceId, ids);
    return new Map(rows.map(({ id, presentId }) => [id, presentId]));
  }

  /** The party of a name or alias; made when there is none, and `created` says so. */
  async findOrCreate(
    tx: Tx,
    actor: Actor,
    name: string,
  ): Promise<{ id: string; name: string; created: boolean }> {
    await this.repository.lockNames(tx, actor.workspaceId, [name]);
    const known = await this.repository.findByName(tx, actor.workspaceId, name);
    if (known !== null) return { ...known, created: false };
    const { workspaceId } = actor;
    const id = uuid();
    const validFrom = await nextMoment(tx);
    await tx.repository(Party).insert({ id, workspaceId, name });
    await tx
      .repository(PartyVersion)
      .insert({ partyId: id, workspaceId, name, validFrom, mergedIntoId: null, initial: true });
    await this.repository.replaceNames(tx, workspaceId, id, [name]);
    return { id, name, created: true };
  }

  async amend(actor: Actor, id: string, expected: ExpectedVersion, change: PartyChange): Promise<PartyRow> {
    return this.database.transaction(async (tx) => {
      const validFrom = await stampPlacement(tx, actor.workspaceId);
      const before = await this.live(tx, actor, id);
      expectVersion(expected, before.version);
      const name = change.name ?? before.name;
      const aliases = distinct(change.aliases ?? before.aliases, name);
      const changes = changesBetween({ name: before.name, aliases: before.aliases }, { name, aliases });
      if (Object.keys(changes).length === 0) return before;
      await this.repository.lockNames(tx, actor.workspaceId, [name, ...aliases]);
      await this.repository.replaceNames(tx, actor.workspaceId, id, [name, ...aliases]);
      await tx.repository(Party).update({ id }, { name, version: before.version + 1 });
      if (name !== before.name) await this.addVersion(tx, { ...before, name }, validFrom);
      await this.events.append(tx, actor, [PARTY_UPDATED.of({ id }, { changes })]);
      return (await this.repository.find(tx, actor.workspaceId, id))!;
    });
  }

  /** Makes two parties one. What they were before stays readable with `asOf`. */
  async merge(actor: Actor, id: string, into: string): Promise<PartyRow> {
    if (id === into) throw invalidField('into', 'must be another party');
    return this.database.transaction(async (tx) => {
      const validFrom = await stampPlacement(tx, actor.workspaceId);
      const from = await this.live(tx, actor, id);
      const target = await this.repository.find(tx, actor.workspaceId, into);
      if (target === null) throw unknownReference('into', 'party');
      if (target.mergedIntoId !== null) throw partyMerged(target.mergedIntoId);
      await this.repository.absorb(tx, actor.workspaceId, id, into);
      await tx.repository(Party).update({ id: into }, { version: target.version + 1 });
      await this.addVersion(tx, { ...from, mergedIntoId: into }, validFrom);
      const names = [from.name, ...from.aliases];
      await this.events.append(tx, actor, [PARTY_MERGED.of({ id }, { into, names })]);
      return (await this.repository.find(tx, actor.workspaceId, into))!;
    });
  }

  private async live(tx: Tx, actor: Actor, id: string): Promise<PartyRow> {
    const party = await this.repository.find(tx, actor.workspaceId, id);
    if (party === null) throw notFound('party');
    if (party.mergedIntoId !== null) throw partyMerged(party.mergedIntoId);
    return party;
  }

  private async addVersion(tx: Tx, party: PartyRow, validFrom: Date): Promise<void> {
    const { id: partyId, workspaceId, name, mergedIntoId } = party;
    await tx
      .repository(PartyVersion)
      .insert({ partyId, workspaceId, name, mergedIntoId, validFrom, initial: false });
  }
}

function distinct(aliases: string[], name: string): string[] {
  const seen = new Set([normalise(name)]);
  return aliases.filter((alias) => !seen.has(normalise(alias)) && seen.add(normalise(alias)));
}
