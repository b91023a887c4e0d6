import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../../base/actor/actor.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import { normalise } from '../../base/text/normalise.js';
import type { Source } from './source.entity.js';

export type SourceRow = Source & { party: string | null };

// A merged party is one step from what it became, so one join finds the name in force.
const SELECT = `select s.id, s.workspace_id as "workspaceId", s.name, s.name_key as "nameKey", s.kind,
    s.parent_id as "parentId", coalesce(m.id, p.id) as "partyId", coalesce(m.name, p.name) as party, s.country, s.urls,
    s.wikidata_id as "wikidataId", s.confidential, s.public_label as "publicLabel", s.notes, s.reliability,
    s.created_by as "createdBy", s.created_at as "createdAt", s.version
  from sources s
  left join parties p on p.workspace_id = s.workspace_id and p.id = s.party_id
  left join parties m on m.workspace_id = p.workspace_id and m.id = p.merged_into_id`;

@Injectable()
export class SourcesRepository {
  async find(reader: Reader, workspaceId: string, id: string): Promise<SourceRow | null> {
    const [row] = await reader.query<SourceRow>(`${SELECT} where s.workspace_id = $1 and s.id = $2`, [
      workspaceId,
      id,
    ]);
    return row ?? null;
  }

  async lock(tx: Tx, workspaceId: string, id: string): Promise<SourceRow | null> {
    const [row] = await tx.query<SourceRow>(
      `${SELECT} where s.workspace_id = $1 and s.id = $2 for update of s`,
      [workspaceId, id],
    );
    return row ?? null;
  }

  /** Which of these ids are sources of the workspace. */
  async known(reader: Reader, workspaceId: string, ids: string[]): Promise<Set<string>> {
    const rows = await reader.query<{ id: string }>(
      'select id from sources where workspace_id = $1 and id = any($2::uuid[])',
      [workspaceId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What this reader may call each of these sources. */
  namesFor(reader: Reader, actor: Actor, ids: string[]): Promise<{ id: string; name: string }[]> {
    return reader.query<{ id: string; name: string }>(
      `select id, case when not confidential or $3 or created_by = $4 then name else public_label end as name
         from sources where workspace_id = $1 and id = any($2::uuid[])`,
      [actor.workspaceId, ids, hasRole(actor, 'editor'), actor.memberId],
    );
  }

  /** Names that are hidden from the reader match nothing. */
  page(
    reader: Reader,
    actor: Actor,
    name: string | null,
    limit: number,
    after: Place | null,
  ): Promise<SourceRow[]> {
    return reader.query<SourceRow>(
      `${SELECT} where s.workspace_id = $1
          and ($3::text is null
               or s.name_key = $3 and (not s.confidential or $4 or s.created_by = $5))
          and ($6::timestamptz is null or (s.created_at, s.id) > ($6, $7::uuid))
        order by s.created_at, s.id limit $2`,
      [
        actor.workspaceId,
        limit + 1,
        name === null ? null : normalise(name),
        hasRole(actor, 'editor'),
        actor.memberId,
        after?.[0] ?? null,
        after?.[1] ?? null,
      ],
    );
  }

  /** The sources of these names that the member may see, each once. */
  named(reader: Reader, actor: Actor, keys: string[]): Promise<SourceRow[]> {
    return reader.query<SourceRow>(
      `select distinct on (named."nameKey") named.* from (${SELECT} where s.workspace_id = $1
          and s.name_key = any($2) and (not s.confidential or $3 or s.created_by = $4)) named
        order by named."nameKey", named.confidential, named."createdAt", named.id`,
      [actor.workspaceId, keys, hasRole(actor, 'editor'), actor.memberId],
    );
  }

  /** Whether a source of this name is there that the member may see. */
  async nameTaken(tx: Tx, actor: Actor, name: string, except: string | null): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from sources s where s.workspace_id = $1 and s.name_key = $2 and s.id is distinct from $3
          and (not s.confidential or $4 or s.created_by = $5) limit 1`,
      [actor.workspaceId, normalise(name), except, hasRole(actor, 'editor'), actor.memberId],
    );
    return rows.length > 0;
  }

  /** Whether `ancestor` is `id` itself or stands above it. */
  async isAtOrAbove(tx: Tx, workspaceId: string, ancestor: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `with recursive above (id) as (
         select $3::uuid
         union
         select s.parent_id from above a join sources s on s.workspace_id = $1 and s.id = a.id
          where s.parent_id is not null
       )
       select 1 from above where id = $2`,
      [workspaceId, ancestor, id],
    );
    return rows.length > 0;
  }
}
