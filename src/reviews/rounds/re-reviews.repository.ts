import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import type { Claim } from '../../facts/claims/claim.entity.js';
import type { CauseKind } from '../../facts/claims/re-review.dto.js';
import type { Round } from './round.entity.js';

export interface CauseRow {
  claimId: string;
  roundId: string | null;
  kind: CauseKind;
  at: Date;
  /** Since when it is known to put the verdict in question. */
  takenUpAt: Date;
  statementId: string | null;
  evidenceId: string | null;
  sourceId: string | null;
  note: string | null;
}

const select = (roundId: string) =>
  `select k.claim_id as "claimId", ${roundId} as "roundId", k.kind, k.at, k.taken_up_at as "takenUpAt", k.statement_id as "statementId",
     k.evidence_id as "evidenceId", k.source_id as "sourceId", k.note
     from re_review_causes k`;

@Injectable()
export class ReReviewsRepository {
  /** What has put the present verdicts of these claims in question, in order. */
  causesOf(reader: Reader, workspaceId: string, claims: Claim[]): Promise<CauseRow[]> {
    return reader.query<CauseRow>(
      `${select('k.round_id')} join unnest($2::uuid[], $3::int[]) as given (id, round)
           on k.claim_id = given.id and k.verdict_round = given.round
        where k.workspace_id = $1 and k.taken_up_at is not null order by k.id`,
      [workspaceId, claims.map(({ id }) => id), claims.map(({ verdict }) => verdict!.round)],
    );
  }

  /**
   * What these rounds had to look into, in order: all that had put in question the last verdict before them, by the
   * time they were closed. A round that follows a cancelled one has its causes, and those that came in between.
   */
  causesOfRounds(reader: Reader, workspaceId: string, roundIds: string[]): Promise<CauseRow[]> {
    return reader.query<CauseRow>(
      `${select('r.id')}
         join rounds r on r.claim_id = k.claim_id and k.taken_up_at <= coalesce(r.closed_at, 'infinity')
        where r.workspace_id = $1 and r.id = any($2::uuid[])
          and k.verdict_round = (
            select max(v.number) from rounds v
             where v.claim_id = r.claim_id and v.number < r.number and v.state = 'settled')
        order by k.id`,
      [workspaceId, roundIds],
    );
  }

  /** Notes that an editor asked for the round. */
  async noteWish(tx: Tx, claim: Claim, round: Round, note: string | null): Promise<void> {
    await tx.query(
      `insert into re_review_causes (workspace_id, claim_id, kind, at, verdict_round, round_id, note, taken_up_at)
       values ($1, $2, 'editor', $3, $4, $5, $6, $3)`,
      [claim.workspaceId, claim.id, round.openedAt, claim.verdict!.round, round.id, note],
    );
  }
}
