import type { Reader } from '../../base/database/tx.js';
import type { StoredLink } from '../events/chain.js';
import type { SignedHead } from './head.js';
import { HistoryHead } from './head.entity.js';
import { presentHead } from './head.presenter.js';
import { type ChainLength, HeadsRepository } from './heads.repository.js';

/** A chain of a workspace; chains are gone through in the order of both ids. */
export interface ChainKey {
  workspaceId: string;
  chainId: string;
}

export interface ChainFound extends ChainKey {
  length: number;
  head: Buffer;
}

export interface LinkFound extends ChainKey {
  link: StoredLink;
  position: number | null;
  waits: boolean;
}

/** What was noted of a chain when a head was made. */
export interface Pledge extends ChainKey {
  length: number;
  head: Buffer;
  day: string;
}

export interface PlaceFound {
  position: number;
  workspaceId: string;
  eventId: string;
  digest: Buffer | null;
  fits: boolean | null;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Reads the whole record in pages, each continuing after the last of the one before. */
export class VerificationRepository {
  constructor(private readonly reader: Reader) {}

  async slugs(): Promise<Map<string, string>> {
    const rows = await this.reader.query<{ id: string; slug: string }>('select id, slug from workspaces');
    return new Map(rows.map(({ id, slug }) => [id, slug]));
  }

  async heads(): Promise<SignedHead[]> {
    const rows = await this.reader
      .repository(HistoryHead)
      .find({ order: { workspaceId: 'ASC', day: 'ASC' } });
    return rows.map(presentHead);
  }

  chains(after: ChainKey | null, limit: number): Promise<ChainFound[]> {
    return this.reader.query<ChainFound>(
      `select workspace_id as "workspaceId", id as "chainId", length::float8 as length, head from chains
        where (workspace_id, id) > ($1, $2) order by workspace_id, id limit $3`,
      [after?.workspaceId ?? FIRST, after?.chainId ?? FIRST, limit],
    );
  }

  async chain({ workspaceId, chainId }: ChainKey): Promise<ChainFound | null> {
    const [row] = await this.reader.query<ChainFound>(
      `select workspace_id as "workspaceId", id as "chainId", length::float8 as length, head from chains
        where workspace_id = $1 and id = $2`,
      [workspaceId, chainId],
    );
    return row ?? null;
  }

  async links(after: (ChainKey & { number: number }) | null, limit: number): Promise<LinkFound[]> {
    const rows = await this.reader.query<
      Omit<StoredLink, 'at'> & ChainKey & { at: Date; position: number | null; waits: boolean }
    >(
      `select e.workspace_id as "workspaceId", e.chain_id as "chainId", e.chain_number::float8 as number, e.id, e.type,
              e.at, e.actor_id as "actorId", e.subject_type as "subjectType", e.subject_id as "subjectId",
              e.claim_id as "claimId", e.content_digest as "contentDigest", e.digest, c.salt, c.data, c.reason,
              f.position::float8 as position, u.event_id is not null as waits
         from (select * from events where (workspace_id, chain_id, chain_number) > ($1, $2, $3)
                order by workspace_id, chain_id, chain_number limit $4) e
         left join event_contents c on c.event_id = e.id
         left join feed f on f.event_id = e.id
         left join unplaced_events u on u.workspace_id = e.workspace_id and u.event_id = e.id
        order by e.workspace_id, e.chain_id, e.chain_number`,
      [after?.workspaceId ?? FIRST, after?.chainId ?? FIRST, after?.number ?? -1, limit],
    );
    return rows.map(({ chainId, at, position, waits, ...link }) => ({
      workspaceId: link.workspaceId,
      chainId,
      link: { ...link, at: at.toISOString() },
      position,
      waits,
    }));
  }

  /** Of these events those that have their contents now. */
  async withContents(ids: string[]): Promise<{ id: string; number: number; type: string }[]> {
    if (ids.length === 0) return [];
    return this.reader.query(
      `select e.id, e.chain_number::float8 as number, e.type
         from events e join event_contents c on c.event_id = e.id where e.id = any($1::uuid[]) order by e.chain_number`,
      [ids],
    );
  }

  pledges(after: (ChainKey & { length: number }) | null, limit: number): Promise<Pledge[]> {
    return this.reader.query<Pledge>(
      `select workspace_id as "workspaceId", chain_id as "chainId", length::float8 as length, head, day::text as day
         from history_head_chains where (workspace_id, chain_id, length) > ($1, $2, $3)
        order by workspace_id, chain_id, length limit $4`,
      [after?.workspaceId ?? FIRST, after?.chainId ?? FIRST, after?.length ?? -1, limit],
    );
  }

  listed(workspaceId: string, day: string, after: string | null, limit: number): Promise<ChainLength[]> {
    return new HeadsRepository().listed(this.reader, workspaceId, day, after, limit);
  }

  async lastPosition(): Promise<number> {
    const [row] = await this.reader.query<{ last: number }>(
      'select coalesce(max(position), 0)::float8 as last from feed',
    );
    return row!.last;
  }

  places(after: number, last: number, limit: number): Promise<PlaceFound[]> {
    return this.reader.query<PlaceFound>(
      `select f.position::float8 as position, f.workspace_id as "workspaceId", f.event_id as "eventId", e.digest,
              e.workspace_id = f.workspace_id and e.type = f.type as fits
         from (select * from feed where position > $1 and position <= $2 order by position limit $3) f
         left join events e on e.id = f.event_id
        order by f.position`,
      [after, last, limit],
    );
  }
}
