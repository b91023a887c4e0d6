import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { RulePolicy, RuleSource } from './origins.types.js';
import type { RuleChange } from './rule-changes.js';

// A placement that was in force at some moment after $3 and up to $4.
const IN_FORCE_MEANWHILE = `p.valid_from <= $4 and (p.valid_from > $3 or p.valid_from = (
    select max(q.valid_from) from source_placements q where q.source_id = p.source_id and q.valid_from <= $3))`;

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

  /**
   * What was changed after one moment and up to another that bears on statements of these sources: where they or any
   * of their ancestors stand, what the parties are that they stood for meanwhile, and the threshold.
   */
  async changes(
    reader: Reader,
    workspaceId: string,
    sourceIds: string[],
    since: Date,
    until: Date,
  ): Promise<RuleChange[]> {
    const rows = await reader.query<Omit<RuleChange, 'at'> & { at: Date }>(
      `with recursive meanwhile (source_id, parent_id, party_id, valid_from, initial) as (
         select p.source_id, p.parent_id, p.party_id, p.valid_from, p.initial
           from source_placements p
          where p.source_id = any($2::uuid[]) and ${IN_FORCE_MEANWHILE}
         union
         select p.source_id, p.parent_id, p.party_id, p.valid_from, p.initial
           from meanwhile m join source_placements p on p.source_id = m.parent_id
          where ${IN_FORCE_MEANWHILE}
       ), parties_meanwhile (id) as (
         select party_id from meanwhile where party_id is not null
         union
         select v.merged_into_id
           from parties_meanwhile p join party_versions v on v.party_id = p.id
          where v.merged_into_id is not null and v.valid_from <= $4
       )
       select kind, source_id as "sourceId", party_id as "partyId", into_id as "into", at from (
         select 'placement' as kind, source_id, null::uuid as party_id, null::uuid as into_id, valid_from as at
           from meanwhile where not initial and valid_from > $3
         union all
         select case when v.merged_into_id is null then 'renaming' else 'merge' end, null, v.party_id,
                v.merged_into_id, v.valid_from
           from parties_meanwhile p join party_versions v on v.party_id = p.id
          where not v.initial and v.valid_from > $3 and v.valid_from <= $4
         union all
         select 'threshold', null, null, null, v.valid_from
           from policy_versions v
           join policy_versions b on b.workspace_id = v.workspace_id and b.version = v.version - 1
          where v.workspace_id = $1 and v.valid_from > $3 and v.valid_from <= $4
            and v.corroboration_threshold <> b.corroboration_threshold
       ) c order by at, kind, source_id, party_id`,
      [workspaceId, sourceIds, since, until],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
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
