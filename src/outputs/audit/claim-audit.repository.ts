import type { Database } from '../../base/database/database.service.js';
import type { Tx } from '../../base/database/tx.js';
import type { BookEvent } from '../../facts/claims/claim-book.js';

/** What may be a claim: claims and chains are gone through in the order of both ids. */
export interface ClaimKey {
  workspaceId: string;
  claimId: string;
}

/** An event with its place, after which the next ones follow. */
export type ClaimEvent = BookEvent & { claimId: string; number: number };

const FIRST = '00000000-0000-0000-0000-000000000000';

export class ClaimAuditRepository {
  constructor(private readonly database: Database) {}

  /** All that is read in the work stood so at one moment. Nobody waits for it, nor does it wait for anybody. */
  atOneMoment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read read only');
      return work(tx);
    });
  }

  /** The next claims, and whatever else has a chain: a claim may be without its row, or without its events. */
  keys(tx: Tx, after: ClaimKey | null, limit: number): Promise<ClaimKey[]> {
    return tx.query<ClaimKey>(
      `select workspace_id as "workspaceId", id as "claimId" from (
         (select workspace_id, id from claims where (workspace_id, id) > ($1, $2) order by workspace_id, id limit $3)
         union
         (select workspace_id, id from chains where (workspace_id, id) > ($1, $2) order by workspace_id, id limit $3)
       ) keys order by workspace_id, id limit $3`,
      [after?.workspaceId ?? FIRST, after?.claimId ?? FIRST, limit],
    );
  }

  /** The next events of claims up to a key, chain by chain. */
  events(tx: Tx, after: ClaimKey & { number: number }, upTo: ClaimKey, limit: number): Promise<ClaimEvent[]> {
    return tx.query<ClaimEvent>(
      `select e.workspace_id as "workspaceId", e.chain_id as "claimId", e.chain_number::float8 as number, e.type, e.at,
              e.actor_id as "actorId", e.subject_id as "subjectId", c.data, c.reason
         from (select * from events
                where (workspace_id, chain_id, chain_number) > ($1, $2, $3) and (workspace_id, chain_id) <= ($4, $5)
                  and claim_id is not null
                order by workspace_id, chain_id, chain_number limit $6) e
         left join event_contents c on c.event_id = e.id
        order by e.workspace_id, e.chain_id, e.chain_number`,
      [after.workspaceId, after.claimId, after.number, upTo.workspaceId, upTo.claimId, limit],
    );
  }
}
