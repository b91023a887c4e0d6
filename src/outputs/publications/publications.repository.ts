import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Place } from '../../base/http/pages.js';
import type { ClaimState } from '../../facts/claims/claim.states.js';
import type { SourceKind } from '../../facts/sources/source.entity.js';
import type { Rating } from '../../reviews/ratings/rating.entity.js';
import type { PublishedRating } from './publication.content.js';
import { Publication } from './publication.entity.js';

export interface PublicSource {
  id: string;
  /** The public label of a confidential source, the name of any other. */
  name: string;
  kind: SourceKind;
  confidential: boolean;
}

export interface TakenBack {
  withdrawnBy: string;
  withdrawnAt: Date;
  withdrawnReason: string;
}

/** When a publication last became another thing to its readers: published, or withdrawn. */
const CHANGED = `coalesce(p.withdrawn_at, p.published_at)`;

@Injectable()
export class PublicationsRepository {
  async insert(tx: Tx, row: Publication): Promise<void> {
    await tx.repository(Publication).insert(row);
  }

  find(reader: Reader, workspaceId: string, id: string): Promise<Publication | null> {
    return reader.repository(Publication).findOneBy({ workspaceId, id });
  }

  async withdraw(tx: Tx, id: string, taken: TakenBack): Promise<void> {
    await tx.repository(Publication).update({ id }, taken);
  }

  /** The publication of the highest number, withdrawn or not. */
  newest(reader: Reader, workspaceId: string, claimId: string): Promise<Publication | null> {
    return reader
      .repository(Publication)
      .findOne({ where: { workspaceId, claimId }, order: { number: 'DESC' } });
  }

  /** Of each claim the publication of the highest number, in the order of the claims. */
  newestOf(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Publication[]> {
    return reader
      .repository(Publication)
      .createQueryBuilder('p')
      .where('p.workspace_id = :workspaceId and p.claim_id = any(:claimIds)', { workspaceId, claimIds })
      .andWhere(
        'not exists (select 1 from publications l where l.claim_id = p.claim_id and l.number > p.number)',
      )
      .orderBy('array_position(:claimIds::uuid[], p.claim_id)')
      .getMany();
  }

  numbered(
    reader: Reader,
    workspaceId: string,
    claimId: string,
    number: number,
  ): Promise<Publication | null> {
    return reader.repository(Publication).findOneBy({ workspaceId, claimId, number });
  }

  async standing(tx: Tx, claimId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::integer as count from publications where claim_id = $1 and withdrawn_at is null',
      [claimId],
    );
    return row!.count;
  }

  ofClaim(
    reader: Reader,
    workspaceId: string,
    claimId: string,
    limit: number,
    after: Place | null,
  ): Promise<Publication[]> {
    const rows = reader
      .repository(Publication)
      .createQueryBuilder('p')
      .where({ workspaceId, claimId })
      .orderBy({ 'p.number': 'DESC' })
      .limit(limit + 1);
    if (after) rows.andWhere('p.number < :number', { number: Number(after[0]) });
    return rows.getMany();
  }

  /** What a workspace has published or withdrawn, the latest change first. */
  changed(
    reader: Reader,
    workspaceId: string,
    limit: number,
    after: Place | null,
    only: 'all' | 'corrections' | 'newest',
  ): Promise<Publication[]> {
    const rows = reader
      .repository(Publication)
      .createQueryBuilder('p')
      .where({ workspaceId })
      .orderBy(CHANGED, 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(limit + 1);
    if (only === 'corrections') rows.andWhere('(p.number > 1 or p.withdrawn_at is not null)');
    if (only === 'newest') {
      rows.andWhere(
        'not exists (select 1 from publications l where l.claim_id = p.claim_id and l.number > p.number)',
      );
    }
    if (after)
      rows.andWhere(`(${CHANGED}, p.id) < (:at::timestamptz, :id::uuid)`, { at: after[0], id: after[1] });
    return rows.getMany();
  }

  async ratingsBefore(
    reader: Reader,
    workspaceId: string,
    ids: string[],
  ): Promise<Map<string, PublishedRating>> {
    const rows = await reader.query<{ id: string; rating: PublishedRating }>(
      `select p.id, b.content->'verdict'->'rating' as rating
         from publications p join publications b on b.claim_id = p.claim_id and b.number = p.number - 1
        where p.workspace_id = $1 and p.id = any($2::uuid[])`,
      [workspaceId, ids],
    );
    return new Map(rows.map(({ id, rating }) => [id, rating]));
  }

  async statusOf(reader: Reader, workspaceId: string, claimIds: string[]): Promise<Map<string, ClaimState>> {
    const rows = await reader.query<{ id: string; status: ClaimState }>(
      'select id, status from claims where workspace_id = $1 and id = any($2::uuid[])',
      [workspaceId, claimIds],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /** The scale by which a round of a claim was decided. */
  scaleOf(reader: Reader, claimId: string, round: number): Promise<Rating[]> {
    return reader.query(
      `select p.key, p.place, p.scale_order as "scaleOrder", p.numeric_value as "numericValue", p.polarity,
              p.colour, p.labels
         from rounds r join ratings p on p.scale_id = r.scale_id
        where r.claim_id = $1 and r.number = $2 order by p.place`,
      [claimId, round],
    );
  }

  /** Who gave the decisions of a round, or settled them. */
  async deciders(reader: Reader, claimId: string, round: number): Promise<Set<string>> {
    const rows = await reader.query<{ memberId: string }>(
      `select d.member_id as "memberId" from rounds r join decisions d on d.round_id = r.id
        where r.claim_id = $1 and r.number = $2
       union
       select a.member_id from rounds r join adjudications a on a.round_id = r.id
        where r.claim_id = $1 and r.number = $2`,
      [claimId, round],
    );
    return new Set(rows.map(({ memberId }) => memberId));
  }

  /** Sources as the world may know them. */
  async publicSources(
    reader: Reader,
    workspaceId: string,
    ids: string[],
  ): Promise<Map<string, PublicSource>> {
    const rows = await reader.query<PublicSource>(
      `select id, case when confidential then public_label else name end as name, kind, confidential
         from sources where workspace_id = $1 and id = any($2::uuid[])`,
      [workspaceId, [...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
