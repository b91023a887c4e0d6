import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import type { Party } from './party.entity.js';

export type PartyRow = Party & { aliases: string[] };

const SELECT = `select p.id, p.workspace_id as "workspaceId", p.name, p.merged_into_id as "mergedIntoId", p.version,
    p.created_at as "createdAt",
    array(select n.name from party_names n where n.workspace_id = p.workspace_id and n.party_id = p.id
            and n.name <> p.name order by n.name_key) as aliases
  from parties p`;

@Injectable()
export class PartiesRepository {
  async find(reader: Reader, workspaceId: string, id: string): Promise<PartyRow | null> {
    const [row] = await reader.query<PartyRow>(`${SELECT} where p.workspace_id = $1 and p.id = $2`, [
      workspaceId,
      id,
    ]);
    return row ?? null;
  }

  async findByName(
    reader: Reader,
    workspaceId: string,
    name: string,
  ): Promise<{ id: string; name: string } | null> {
    const [row] = await reader.query<{ id: string; name: string }>(
      `select p.id, p.name from party_names n join parties p on p.workspace_id = n.workspace_id and p.id = n.party_id
        where n.workspace_id = $1 and n.name_key = $2`,
      [workspaceId, normalise(name)],
    );
    return row ?? null;
  }

  present(reader: Reader, workspaceId: string, ids: string[]): Promise<{ id: string; presentId: string }[]> {
    return reader.query<{ id: string; presentId: string }>(
      `select id, coalesce(merged_into_id, id) as "presentId" from parties
        where workspace_id = $1 and id = any($2::uuid[])`,
      [workspaceId, ids],
    );
  }

  page(reader: Reader, workspaceId: string, limit: number, after: Place | null): Promise<PartyRow[]> {
    return reader.query<PartyRow>(
      `${SELECT} where p.workspace_id = $1 and p.merged_into_id is null
          and ($3::timestamptz is null or (p.created_at, p.id) > ($3, $4::uuid))
        order by p.created_at, p.id limit $2`,
      [workspaceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  /** Whoever names a party waits here for those who are just making it, or giving it that name. */
  async lockNames(tx: Tx, workspaceId: string, names: string[]): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(key, 0)) from (select unnest($1::text[]) as key order by 1) keys`,
      [names.map((name) => `party:${workspaceId}:${normalise(name)}`)],
    );
  }

  async replaceNames(tx: Tx, workspaceId: string, partyId: string, names: string[]): Promise<void> {
    await tx.query('delete from party_names where workspace_id = $1 and party_id = $2', [
      workspaceId,
      partyId,
    ]);
    await tx.query(
      `insert into party_names (workspace_id, name_key, name, party_id)
       select $1, key, name, $2 from unnest($3::text[], $4::text[]) as n (key, name)`,
      [workspaceId, partyId, names.map(normalise), names],
    );
  }

  /** Moves names and earlier merges over, so that a merged party is always one step from what it became. */
  async absorb(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
    await tx.query('update party_names set party_id = $3 where workspace_id = $1 and party_id = $2', [
      workspaceId,
      from,
      into,
    ]);
    await tx.query(
      `update parties set merged_into_id = $3, version = version + 1
        where workspace_id = $1 and (id = $2 or merged_into_id = $2)`,
      [workspaceId, from, into],
    );
  }
}
