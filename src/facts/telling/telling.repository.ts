import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { EventFilter } from './event-filter.js';
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
  /** Whoever entered the subject, where that is a source which is confidential now. */
  confidentialTo: string | null;
}

const COLUMNS = `e.id, f.position, e.type, e.at, e.actor_type as "actorType", e.actor_id as "actorId",
    m.name as "actorName", e.subject_type as "subjectType", e.subject_id as "subjectId", e.claim_id as "claimId",
    e.chain_number as "chainNumber", e.content_digest as "contentDigest", e.digest, c.salt, c.data, c.reason,
    s.created_by as "confidentialTo"`;

const JOINS = `left join event_contents c on c.event_id = e.id
  left join members m on m.workspace_id = e.workspace_id and m.id = e.actor_id
  left join sources s on e.subject_type = 'source' and s.workspace_id = e.workspace_id and s.id = e.subject_id
    and s.confidential`;

/** Events with all of their content; what of it a listener may be told is presentEvent's to say. */
@Injectable()
export class TellingRepository {
  /** The workspace as a range of one: as in FeedRepository.head, that keeps other workspaces' events unread. */
  feed(
    reader: Reader,
    { workspaceId }: Pick<Listener, 'workspaceId'>,
    { after, limit, filter }: { after: number; limit: number; filter: EventFilter },
  ): Promise<EventView[]> {
    return reader.query<EventView>(
      `select ${COLUMNS} from feed f join events e on e.id = f.event_id ${JOINS}
        where (f.workspace_id, f.position) > ($1, $2) and f.workspace_id <= $1
          and ($4::text[] is null or f.type = any($4) or $5::text[] is not null and f.type ^@ any($5))
        order by f.workspace_id, f.position limit $3`,
      [workspaceId, after, limit, filter.types, filter.prefixes],
    );
  }

  /** These events, in no order. */
  events(
    reader: Reader,
    { workspaceId }: Pick<Listener, 'workspaceId'>,
    ids: string[],
  ): Promise<EventView[]> {
    return reader.query<EventView>(
      `select ${COLUMNS} from events e left join feed f on f.event_id = e.id ${JOINS}
        where e.workspace_id = $1 and e.id = any($2::uuid[])`,
      [workspaceId, ids],
    );
  }

  /** The next events of a chain; of these types alone, where some are named. */
  chain(
    reader: Reader,
    { workspaceId }: Pick<Listener, 'workspaceId'>,
    chainId: string,
    after: number,
    limit: number,
    types: string[] | null = null,
  ): Promise<EventView[]> {
    return reader.query<EventView>(
      `select ${COLUMNS} from events e left join feed f on f.event_id = e.id ${JOINS}
        where e.workspace_id = $1 and e.chain_id = $2 and e.chain_number > $3
          and ($5::text[] is null or e.type = any($5))
        order by e.chain_number limit $4`,
      [workspaceId, chainId, after, limit, types],
    );
  }
}
