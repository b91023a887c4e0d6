import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { ReReviewCause } from '../rounds/re-review-cause.entity.js';

/** Its name among the readers of the feed. */
export const READER = 're-reviews';

export const NOTICED = [
  'statement.recorded',
  'statement.struck',
  'evidence.gone',
  'source.updated',
  'source.graded',
] as const;

export interface NoticedEvent {
  id: string;
  workspaceId: string;
  type: (typeof NOTICED)[number];
  subjectId: string;
  at: Date;
  data: Record<string, { from: string | null; to: string } | Record<string, unknown>> | null;
}

export interface PendingCause {
  id: string;
  workspaceId: string;
  claimId: string;
}

const VERDICT_ROUND = `(c.verdict ->> 'round')::int`;

/** Whether the review that gave the verdict of the claim c cites this; whichever of its decisions does. */
function cited(column: 'statement_id' | 'evidence_id', id: string): string {
  return `exists (
    select 1 from rounds r
      join decisions d on d.round_id = r.id
      join decision_citations dc on dc.workspace_id = d.workspace_id and dc.decision_id = d.id
     where r.claim_id = c.id and r.number = ${VERDICT_ROUND} and dc.${column} = ${id})`;
}

/** A statement that speaks for or against its claim. */
const SPEAKS = `s.stance in ('asserts', 'confirms', 'partly_confirms', 'denies')`;

/**
 * Finds what may put verdicts in question, and notes each cause once; whether it does is looked at under the claim's
 * lock. A note refers to its claim and so shares the claim's lock: in the order of ids, as all who lock several.
 */
@Injectable()
export class NoticingRepository {
  /** The next stretch of the feed: how far it goes, and the events in it that may be causes. */
  async next(
    reader: Reader,
    after: number,
    limit: number,
  ): Promise<{ through: number; events: NoticedEvent[] }> {
    const [stretch] = await reader.query<{ through: string | null }>(
      `select max(position) as through from (select position from feed where position > $1 order by position limit $2) f`,
      [after, limit],
    );
    const through = Number(stretch!.through ?? after);
    const events = await reader.query<NoticedEvent>(
      `select e.id, e.workspace_id as "workspaceId", e.type, e.subject_id as "subjectId", e.at, x.data
         from feed f
        cross join lateral (select * from events where id = f.event_id limit 1) e
         left join lateral (select data from event_contents where event_id = f.event_id limit 1) x on true
        where f.position > $1 and f.position <= $2 and f.type = any($3)
        order by f.position`,
      [after, through, NOTICED],
    );
    return { through, events };
  }

  /** New statements that deny, or take a position back. */
  async noteRecorded(reader: Reader, eventIds: string[]): Promise<void> {
    if (eventIds.length === 0) return;
    await reader.query(
      `insert into re_review_causes (workspace_id, claim_id, kind, event_id, statement_id, at, claim_version, verdict_round)
       select e.workspace_id, c.id, 'statement_recorded', e.id, s.id, e.at, s.claim_version, ${VERDICT_ROUND}
         from events e
         join statements s on s.id = e.subject_id and s.stance in ('denies', 'retracts') and s.struck_at is null
         join claims c on c.id = s.claim_id and c.verdict is not null
        where e.id = any($1::uuid[])
        order by c.id
       on conflict do nothing`,
      [eventIds],
    );
  }

  async noteStruck(reader: Reader, eventIds: string[]): Promise<void> {
    if (eventIds.length === 0) return;
    await reader.query(
      `insert into re_review_causes (workspace_id, claim_id, kind, event_id, statement_id, at, claim_version, verdict_round)
       select e.workspace_id, c.id, 'statement_struck', e.id, s.id, e.at, s.struck_claim_version, ${VERDICT_ROUND}
         from events e
         join statements s on s.id = e.subject_id
         join claims c on c.id = s.claim_id and c.verdict is not null
        where e.id = any($1::uuid[]) and ${cited('statement_id', 's.id')}
        order by c.id
       on conflict do nothing`,
      [eventIds],
    );
  }

  async noteGone(reader: Reader, eventIds: string[]): Promise<void> {
    if (eventIds.length === 0) return;
    await reader.query(
      `insert into re_review_causes (workspace_id, claim_id, kind, event_id, evidence_id, at, claim_version, verdict_round)
       select e.workspace_id, c.id, 'evidence_gone', e.id, v.id, e.at, v.gone_claim_version, ${VERDICT_ROUND}
         from events e
         join evidence v on v.id = e.subject_id
         join claims c on c.id = v.claim_id and c.verdict is not null
        where e.id = any($1::uuid[])
          and (v.bearing <> 'context' and v.claim_version <= (c.verdict ->> 'claimVersion')::int
               or ${cited('evidence_id', 'v.id')})
        order by c.id
       on conflict do nothing`,
      [eventIds],
    );
  }

  /**
   * Claims that rest on a source: one of its statements that was not struck speaks for or against them, or is cited,
   * or somebody's relay of it is. Whoever has the source's place from it comes with it when it is re-placed.
   */
  async noteSource(
    reader: Reader,
    event: NoticedEvent,
    kind: 'source_re_placed' | 'source_downgraded',
  ): Promise<void> {
    await reader.query(
      `with recursive placed (id) as (
         select $2::uuid
         union
         select s.id from placed p join sources s on s.workspace_id = $1 and s.parent_id = p.id
          where $5 and s.party_id is null
       ), said as (
         select s.claim_id, s.id, s.stance from placed p
           join statements s on s.workspace_id = $1 and s.source_id = p.id where s.struck_at is null
         union
         select s.claim_id, s.id, s.stance from placed p
           join statements s on s.workspace_id = $1 and s.based_on_source_id = p.id where s.struck_at is null
       )
       insert into re_review_causes (workspace_id, claim_id, kind, event_id, source_id, at, verdict_round)
       select distinct c.workspace_id, c.id, $6, $3::uuid, $2::uuid, $4::timestamptz, ${VERDICT_ROUND}
         from said s
        cross join lateral (select * from claims where id = s.claim_id and verdict is not null limit 1) c
        where ${SPEAKS} or ${cited('statement_id', 's.id')}
        order by c.id
       on conflict do nothing`,
      [event.workspaceId, event.subjectId, event.id, event.at, kind === 'source_re_placed', kind],
    );
  }

  /** The workspaces whose policy lets verdicts grow old, and after how many days. */
  agingWorkspaces(reader: Reader): Promise<{ id: string; days: number }[]> {
    return reader.query(
      `select w.id, p.re_review_after_days as days from workspaces w
        cross join lateral (select re_review_after_days from policy_versions
                             where workspace_id = w.id order by version desc limit 1) p
        where p.re_review_after_days is not null`,
    );
  }

  /** Notes verdicts that are too old, the oldest first; answers how many. */
  async noteAged(reader: Reader, workspaceId: string, days: number, limit: number): Promise<number> {
    const noted = await reader.query(
      `insert into re_review_causes (workspace_id, claim_id, kind, at, verdict_round)
       select workspace_id, id, 'age', verdict_at + make_interval(days => $2), round
         from (select c.workspace_id, c.id, c.verdict_at, ${VERDICT_ROUND} as round
                 from claims c
                where c.workspace_id = $1 and c.status in ('decided', 'published')
                  and c.verdict_at <= statement_timestamp() - make_interval(days => $2)
                  and not exists (select 1 from re_review_causes k
                                   where k.claim_id = c.id and k.verdict_round = ${VERDICT_ROUND} and k.kind = 'age')
                order by c.verdict_at limit $3) old
        order by id
       on conflict do nothing
       returning 1`,
      [workspaceId, days, limit],
    );
    return noted.length;
  }

  /** What was noted and not looked at yet, after what was looked at before. */
  pending(reader: Reader, after: string, limit: number): Promise<PendingCause[]> {
    return reader.query(
      `select id, workspace_id as "workspaceId", claim_id as "claimId" from re_review_causes
        where taken_up_at is null and id > $1 order by id limit $2`,
      [after, limit],
    );
  }

  /** A cause that waits to be looked at; null when another process has. The claim is locked. */
  find(tx: Tx, id: string): Promise<ReReviewCause | null> {
    return tx
      .repository(ReReviewCause)
      .createQueryBuilder('k')
      .where('k.id = :id and k.taken_up_at is null', { id })
      .getOne();
  }

  async takeUp(
    tx: Tx,
    id: string,
    taken: { at: Date; verdictRound: number; roundId: string | null },
  ): Promise<void> {
    await tx.query(
      `update re_review_causes set verdict_round = $2, round_id = $3, taken_up_at = $4 where id = $1`,
      [id, taken.verdictRound, taken.roundId, taken.at],
    );
  }

  async drop(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from re_review_causes where id = $1', [id]);
  }
}
