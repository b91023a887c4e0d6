import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { RulePolicy, RuleSource } from './origins.types.js';

/** Reads what the rule needs besides statements, as it stood at a moment of the record's clock. */
@Injectable()
export class PlacementsRepository {
  /** These sources and all their ancestors, with the names their own parties had then (merges followed). */
  async sourcesAt(reader: Reader, sourceIds: string[], at: Date): Promise<RuleSource[]> {
    if (sourceIds.length === 0) return [];
    const placed = await reader.query<{ id: string; parentId: string | null; partyId: string | null }>(
      `with recursive placed (id, parent_id, party_id) as (
         select s.id, p.parent_id, p.party_id
           from unnest($1::uuid[]) as s (id)
           left join lateral (select parent_id, party_id from source_placements
                               where source_id = s.id and valid_from <= $2
                               order by valid_from desc limit 1) p on true
         union
         select a.parent_id, p.parent_id, p.party_id
           from placed a
           left join lateral (select parent_id, party_id from source_placements
                               where source_id = a.parent_id and valid_from <= $2
                               order by valid_from desc limit 1) p on true
          where a.parent_id is not null
       )
       select id, parent_id as "parentId", party_id as "partyId" from placed order by id`,
      [sourceIds, at],
    );
    const partyIds = [...new Set(placed.flatMap(({ partyId }) => (partyId === null ? [] : [partyId])))];
    const names = await this.partyNamesAt(reader, partyIds, at);
    return placed.map(({ id, parentId, partyId }) => ({
      id,
      parentId,
      party: partyId === null ? null : (names.get(partyId) ?? null),
    }));
  }

  async policyAt(reader: Reader, workspaceId: string, at: Date): Promise<RulePolicy> {
    const [row] = await reader.query<{ threshold: number }>(
      `select corroboration_threshold as threshold from policy_versions
        where workspace_id = $1 order by (valid_from <= $2) desc, abs(extract(epoch from valid_from - $2)) limit 1`,
      [workspaceId, at],
    );
    return { threshold: row!.threshold };
  }

  /** The name each party went by: its own, or that of the party it had been merged into by then. */
  private async partyNamesAt(reader: Reader, partyIds: string[], at: Date): Promise<Map<string, string>> {
    if (partyIds.length === 0) return new Map();
    const rows = await reader.query<{ id: string; name: string }>(
      `with recursive step (id, name, into_id) as (
         select p.id, v.name, v.merged_into_id
           from unnest($1::uuid[]) as p (id)
           cross join lateral (select name, merged_into_id from party_versions
                                where party_id = p.id and valid_from <= $2
                                order by valid_from desc limit 1) v
         union all
         select s.id, v.name, v.merged_into_id
           from step s
           cross join lateral (select name, merged_into_id from party_versions
                                where party_id = s.into_id and valid_from <= $2
                                order by valid_from desc limit 1) v
          where s.into_id is not null
       )
       select id, name from step where into_id is null`,
      [partyIds, at],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
