import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Mode, QueueNeeds } from '../queues/queue.entity.js';
import { LIVE } from './live-turns.js';
import { hasStated, MAY_REVIEW } from './reviewers.repository.js';
import { NOTED_AT_MOST } from './round.entity.js';
import { firstOfKind, isNotOfKind, kinds } from './waiting-slots.js';

/*
 * Whether one of the members may ever be given the slot s: what only time stands against, such as a limit of leases or
 * five minutes since giving it back, does not count.
 */
function somebodyLeft(members: string, allowSelfReview: string): string {
  return `exists (
    select 1 from members m
     where m.workspace_id = s.workspace_id and m.id = any(${members}::uuid[]) and ${MAY_REVIEW}
       and (${allowSelfReview} or m.id <> s.entered_by and ${hasStated('s.claim_id', 'm.id')} is not true)
       and not exists (
         select 1 from assignments a
          where a.claim_id = s.claim_id and a.member_id = m.id
            and (a.state = 'declined' or a.round_id = s.round_id and (a.state in ${LIVE} or a.state = 'submitted'))))`;
}

const SOMEBODY_LEFT = somebodyLeft('$1', '$2');

/** Whether no slot of the round r waits for nobody. */
const REVIVED = `not exists (
    select 1 from slots s where s.round_id = r.id and s.state = 'waiting' and not ${SOMEBODY_LEFT})`;

/** So many of each kind are looked for at once. In the text: of a parameter the planner would think the worst. */
const STALLED_AT_ONCE = 100;

/** A slot s that waits for nobody, of a round that was not told of. */
const NOBODY_LEFT = `not ${somebodyLeft('$3', '$4')}
  and exists (select 1 from rounds r where r.id = s.round_id and r.stalled_at is null)`;

/** Whether a slot of the kind k may wait for nobody by its sets alone: they name all members, or lack some for being full. */
const LEFT_BY_ITS_SETS = `(greatest(cardinality(k.authors), cardinality(k.finished)) = ${NOTED_AT_MOST}
  or not exists (select 1 from unnest($3::uuid[]) m (id) where ${isNotOfKind('m.id', '$4')}))`;

export type SearchedNeeds = QueueNeeds & { reviewersDigest: Buffer | null };

export interface StalledRound {
  id: string;
  claimId: string;
}

export interface RoundToLookAt extends StalledRound {
  workspaceId: string;
}

@Injectable()
export class StallingRepository {
  /**
   * The needs of queues by which something waits or has been found stalled, of one workspace or of all, with the digest of
   * whom they were last searched with in mind.
   */
  searched(reader: Reader, workspaceId: string | null): Promise<SearchedNeeds[]> {
    return reader.query(
      // One look into an index for each, which the order asks for: the planner would rather read all slots once.
      `select n.id, n.workspace_id as "workspaceId", n.queue_id as "queueId", n.languages, n.skills,
              d.reviewers_digest as "reviewersDigest"
         from queue_needs n
         left join stall_searches d on d.needs_id = n.id
        cross join lateral (
          (select 1 from slots s
            where s.workspace_id = n.workspace_id and s.needs_id = n.id and s.state = 'waiting'
            order by s.workspace_id, s.needs_id, s.mode, s.rank, s.id limit 1)
          union all
          (select 1 from rounds r where r.needs_id = n.id and r.stalled_at is not null and r.state = 'open'
            order by r.needs_id limit 1)
          limit 1
        ) something
        where $1::uuid is null or n.workspace_id = $1`,
      [workspaceId],
    );
  }

  async noteSearch(
    reader: Reader,
    { id, queueId, workspaceId }: QueueNeeds,
    reviewersDigest: Buffer,
  ): Promise<void> {
    await reader.query(
      `insert into stall_searches (needs_id, queue_id, workspace_id, reviewers_digest, searched_at)
       values ($1, $2, $3, $4, now())
       on conflict (needs_id) do update set reviewers_digest = excluded.reviewers_digest, searched_at = now()`,
      [id, queueId, workspaceId, reviewersDigest],
    );
  }

  /**
   * Rounds of a queue with a slot that waits for nobody, of which the editors were not told. What waits is not gone
   * through for it: nobody is left either for all slots of a kind, or where those who might have it have another part
   * of the round in hand, which are few. Not all of them at once: asked again, it answers those that were not told of.
   */
  stalled(
    reader: Reader,
    members: string[],
    allowSelfReview: boolean,
    { id, workspaceId }: QueueNeeds,
    mode: Mode,
  ): Promise<StalledRound[]> {
    return reader.query(
      `with recursive ${kinds('$2', mode)}
       select found.round_id as id, found.claim_id as "claimId"
         from kinds k
        cross join lateral (${firstOfKind('$2', mode, NOBODY_LEFT, STALLED_AT_ONCE)}) found
        where ${LEFT_BY_ITS_SETS}
       union
       select s.round_id, s.claim_id
         from assignments a
         join rounds r on r.id = a.round_id and r.needs_id = $2 and r.state = 'open'
         join slots s on s.round_id = a.round_id and s.state = 'waiting'
        where a.workspace_id = $1 and a.state in ${LIVE} and ${NOBODY_LEFT}
        limit ${STALLED_AT_ONCE}`,
      [workspaceId, id, members, allowSelfReview],
    );
  }

  /** Rounds of whose claims a statement was recorded since they were last looked at, of one workspace or of all. */
  toLookAgain(reader: Reader, workspaceId: string | null, limit: number): Promise<RoundToLookAt[]> {
    return reader.query(
      `select r.id, r.claim_id as "claimId", r.workspace_id as "workspaceId"
         from rounds r
        where r.look_again and r.state = 'open' and ($1::uuid is null or r.workspace_id = $1)
        limit $2`,
      [workspaceId, limit],
    );
  }

  /** A round that was closed meanwhile is left as it was closed. */
  async lookedAgain(tx: Tx, roundId: string): Promise<void> {
    await tx.query(`update rounds set look_again = false where id = $1 and state = 'open'`, [roundId]);
  }

  /** Rounds of a queue that were stalled, and that somebody may take again. */
  revived(
    reader: Reader,
    members: string[],
    allowSelfReview: boolean,
    needsId: string,
    limit: number,
  ): Promise<StalledRound[]> {
    return reader.query(
      `select r.id, r.claim_id as "claimId"
         from rounds r
        where r.needs_id = $3 and r.stalled_at is not null and r.state = 'open' and ${REVIVED}
        limit $4`,
      [members, allowSelfReview, needsId, limit],
    );
  }

  /** Forgets that the round was stalled if somebody may take it again. The caller has locked the claim. */
  async forgetIfRevived(
    tx: Tx,
    members: string[],
    allowSelfReview: boolean,
    roundId: string,
  ): Promise<boolean> {
    const rows = await tx.query(
      `update rounds r set stalled_at = null
        where r.id = $3 and r.stalled_at is not null and ${REVIVED}
       returning 1`,
      [members, allowSelfReview, roundId],
    );
    return rows.length > 0;
  }

  /** Forgets that the round was stalled: somebody had it in hand since. */
  async forget(tx: Tx, roundId: string): Promise<void> {
    await tx.query('update rounds set stalled_at = null where id = $1 and stalled_at is not null', [roundId]);
  }

  /** Marks the round if a slot of it waits for nobody; answers whether that is news. The caller has locked the claim. */
  async mark(tx: Tx, members: string[], allowSelfReview: boolean, roundId: string): Promise<boolean> {
    const rows = await tx.query(
      `update rounds r set stalled_at = date_trunc('milliseconds', clock_timestamp())
        where r.id = $3 and r.stalled_at is null and r.state = 'open'
          and exists (select 1 from slots s where s.round_id = r.id and s.state = 'waiting' and not ${SOMEBODY_LEFT})
       returning 1`,
      [members, allowSelfReview, roundId],
    );
    return rows.length > 0;
  }
}
