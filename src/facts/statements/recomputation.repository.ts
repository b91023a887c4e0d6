import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { Claim } from '../claims/claim.entity.js';

export type ClaimAsRead = Pick<Claim, 'id' | 'corroborationAsOf'>;

/*
 * What changed since the workspace was last recomputed, and whom it touches: sources that were re-placed or whose
 * party was merged or renamed, everything that belongs to them, and with a new threshold every claim.
 */
const TOUCHED = `
  with recursive since as (
    select coalesce((select through from recomputed_workspaces where workspace_id = $1), '-infinity') as through
  ), touched (id, at) as (
    select p.source_id, p.valid_from
      from source_placements p, since
     where p.workspace_id = $1 and not p.initial and p.valid_from > since.through
    union
    select s.id, v.valid_from
      from since, party_versions v
      join parties p on p.workspace_id = $1
                    and (p.id = v.party_id or p.merged_into_id in (v.party_id, v.merged_into_id))
      join sources s on s.workspace_id = $1 and s.party_id = p.id
     where v.workspace_id = $1 and not v.initial and v.valid_from > since.through
    union
    select s.id, t.at
      from touched t join sources s on s.workspace_id = $1 and s.parent_id = t.id
  ), latest as (
    select id, max(at) as at from touched group by id
  ), policy as (
    select max(v.valid_from) as at
      from since, policy_versions v
      join policy_versions before on before.workspace_id = v.workspace_id and before.version = v.version - 1
     where v.workspace_id = $1 and v.valid_from > since.through
       and v.corroboration_threshold <> before.corroboration_threshold
  )`;

const IS_BEHIND = `(
    c.corroboration_as_of < (select at from policy)
    or exists (select 1 from statements s join latest l on l.id = s.source_id
                where s.workspace_id = $1 and s.claim_id = c.id and c.corroboration_as_of < l.at)
    or exists (select 1 from statements s join latest l on l.id = s.based_on_source_id
                where s.workspace_id = $1 and s.claim_id = c.id and c.corroboration_as_of < l.at)
  )`;

@Injectable()
export class RecomputationRepository {
  /** The newest change in the workspace, and whether every claim has been recomputed for it; null before the first. */
  async newestChange(reader: Reader, workspaceId: string): Promise<{ at: Date; counted: boolean } | null> {
    const [row] = await reader.query<{ at: Date | null; counted: boolean }>(
      `select c.at, coalesce(r.through >= c.at, false) as counted
         from (select nullif(greatest(
                 (select max(valid_from) from source_placements where workspace_id = $1 and not initial),
                 (select max(valid_from) from party_versions where workspace_id = $1 and not initial),
                 (select max(valid_from) from policy_versions where workspace_id = $1 and version > 1),
                 '-infinity'), '-infinity') as at) c
         left join recomputed_workspaces r on r.workspace_id = $1`,
      [workspaceId],
    );
    return row!.at === null ? null : { at: row!.at, counted: row!.counted };
  }

  /** The workspaces that have a pending change. */
  async pendingWorkspaces(reader: Reader): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `select w.id from workspaces w left join recomputed_workspaces r on r.workspace_id = w.id
        where exists (select 1 from source_placements p where p.workspace_id = w.id and not p.initial
                         and p.valid_from > coalesce(r.through, '-infinity'))
           or exists (select 1 from party_versions v where v.workspace_id = w.id and not v.initial
                         and v.valid_from > coalesce(r.through, '-infinity'))
           or exists (select 1 from policy_versions v where v.workspace_id = w.id and v.version > 1
                         and v.valid_from > coalesce(r.through, '-infinity'))`,
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these claims a pending change touches and has not reached yet. */
  behindAmong(reader: Reader, workspaceId: string, claimIds: string[]): Promise<{ id: string }[]> {
    return reader.query<{ id: string }>(
      `${TOUCHED} select c.id from claims c
        where c.workspace_id = $1 and c.id = any($2::uuid[]) and ${IS_BEHIND}`,
      [workspaceId, claimIds],
    );
  }

  /** Which of these claims were assessed again after they had been read. */
  reassessedAmong(reader: Reader, workspaceId: string, claims: ClaimAsRead[]): Promise<{ id: string }[]> {
    return reader.query<{ id: string }>(
      `select c.id from unnest($2::uuid[], $3::timestamptz[]) as given (id, as_of)
         join claims c on c.workspace_id = $1 and c.id = given.id
        where c.corroboration_as_of > given.as_of`,
      [workspaceId, claims.map(({ id }) => id), claims.map(({ corroborationAsOf }) => corroborationAsOf)],
    );
  }

  /**
   * The next claims that a pending change touches, in id order. The sources' statements lead to them; only a new
   * threshold makes it look through all claims.
   */
  async behindAfter(
    reader: Reader,
    workspaceId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      `${TOUCHED}, candidates (id) as (
         select s.claim_id from statements s join latest l on l.id = s.source_id where s.workspace_id = $1
         union
         select s.claim_id from statements s join latest l on l.id = s.based_on_source_id where s.workspace_id = $1
         union
         (select c.id from claims c
           where c.workspace_id = $1 and ($2::uuid is null or c.id > $2)
             and (select at from policy) is not null and c.corroboration_as_of < (select at from policy)
           order by c.id limit $3)
       )
       select c.id from candidates join claims c on c.workspace_id = $1 and c.id = candidates.id
        where ($2::uuid is null or c.id > $2) and ${IS_BEHIND}
        order by c.id limit $3`,
      [workspaceId, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async markRecomputed(reader: Reader, workspaceId: string, through: Date): Promise<void> {
    await reader.query(
      `insert into recomputed_workspaces (workspace_id, through) values ($1, $2)
       on conflict (workspace_id) do update set through = greatest(recomputed_workspaces.through, excluded.through)`,
      [workspaceId, through],
    );
  }

  /** Notes that the answer was computed again and is the same; that is no new version of the claim. */
  async confirm(reader: Reader, claimId: string, at: Date): Promise<void> {
    await reader.query('update claims set corroboration_as_of = $2 where id = $1', [claimId, at]);
  }
}
