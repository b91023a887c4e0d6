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
  statementId: string | null;
  evidenceId: string | null;
  sourceId: string | null;
  note: string | null;
}

const SELECT = `select k.claim_id as "claimId", k.round_id as "roundId", k.kind, k.at, k.statement_id as "statementId",
    k.evidence_id as "evidenceId", k.source_id as "sourceId", k.note
  from re_review_causes k`;

@Injectable()
export class ReReviewsRepository {
  /** What has put the present verdicts of these claims in question, in order. */
  causesOf(reader: Reader, workspaceId: string, claims: Claim[]): Promise<CauseRow[]> {
    return reader.query<CauseRow>(
      `${SELECT} join unnest($2::uuid[], $3::int[]) as given (id, round)
           on k.claim_id = given.id and k.verdict_round = given.round
        where k.workspace_id = $1 and k.taken_up_at is not null order by k.id`,
      [workspaceId, claims.map(({ id }) => id), claims.map(({ verdict }) => verdict!.round)],
    );
  }

  /** Why these rounds were opened, and what was added while they ran, in order. */
  causesOfRounds(reader: Reader, workspaceId: string, roundIds: string[]): Promise<CauseRow[]> {
    return reader.query<CauseRow>(
      `${SELECT} where k.workspace_id = $1 and k.round_id = any($2::uuid[]) order by k.id`,
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
