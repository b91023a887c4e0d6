import { Injectable } from '@nestjs/common';
import { hasRole } from '../../base/actor/actor.js';
import type { Reader } from '../../base/database/tx.js';
import type { Listener } from './listener.js';

export interface EventView {
  id: string;
  position: string | null;
  type: string;
  at: Date;
  actorType: 'member' | 'system';
  actorId: string | null;
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  claimId: string | null;
  chainNumber: string;
  contentDigest: Buffer;
  digest: Buffer;
  salt: Buffer | null;
  data: Record<string, unknown> | null;
  reason: string | null;
  /** Whether the subject is a source whose name this reader may not see. */
  hidden: boolean;
}

const COLUMNS = `e.id, f.position, e.type, e.at, e.actor_type as "actorType", e.actor_id as "actorId",
    m.name as "actorName", e.subject_type as "subjectType", e.subject_id as "subjectId", e.claim_id as "claimId",
    e.chain_number as "chainNumber", e.content_digest as "contentDigest", e.digest, c.salt, c.data, c.reason`;

const JOINS = `left join event_contents c on c.event_id = e.id
  left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id`;

const HIDDEN_FROM = (editor: string, member: string) => `exists (
    select 1 from sources s where e.subject_type = 'source' and s.workspace_id = e.workspace_id
       and s.id = e.subject_id and s.confidential and not ${editor} and s.created_by is distinct from ${member})`;

/** Events with what of their content the listener may be told. */
@Injectable()
export class TellingRepository {
  /** The workspace as a range of one: as in FeedRepository.head, that keeps other workspaces' events unread. */
  feed(
    reader: Reader,
    listener: Listener,
    query: { after: number; limit: number; types: string[] | null; prefixes: string[] | null },
  ): Promise<EventView[]> {
    return reader.query<EventView>(
      `select ${COLUMNS}, ${HIDDEN_FROM('$6', '$7')} as hidden
         from feed f join events e on e.id = f.event_id ${JOINS}
        where (f.workspace_id, f.position) > ($1, $2) and f.workspace_id <= $1
          and ($4::text[] is null or f.type = any($4) or $5::text[] is not null and f.type ^@ any($5))
        order by f.workspace_id, f.position limit $3`,
      [
        listener.workspaceId,
        query.after,
        query.limit,
        query.types,
        query.prefixes,
        hasRole(listener, 'editor'),
        listener.memberId,
      ],
    );
  }

  chain(
    reader: Reader,
    listener: Listener,
    chainId: string,
    after: number,
    limit: number,
  ): Promise<EventView[]> {
    return reader.query<EventView>(
      `select ${COLUMNS}, ${HIDDEN_FROM('$5', '$6')} as hidden
         from events e left join feed f on f.event_id = e.id ${JOINS}
        where e.workspace_id = $1 and e.chain_id = $2 and e.chain_number > $3
        order by e.chain_number limit $4`,
      [listener.workspaceId, chainId, after, limit, hasRole(listener, 'editor'), listener.memberId],
    );
  }
}
