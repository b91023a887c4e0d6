import { Injectable } from '@nestjs/common';
import type { Reader } from '../../base/database/tx.js';
import type { GivenDecision } from './given-decision.js';
import { statedBy } from './reviewers.repository.js';

/** Reads what was decided in a round, for whoever ends it. */
@Injectable()
export class GivenDecisionsRepository {
  /** The decisions of a round with what they cite, in the order in which they were given. */
  ofRound(reader: Reader, roundId: string): Promise<GivenDecision[]> {
    return reader.query(
      `select d.id, d.member_id as "memberId", d.rating, d.confidence, d.rationale,
              d.override_reason as "overrideReason", d.claim_version as "claimVersion", d.decided_at as "decidedAt",
              array(select statement_id from decision_citations c
                     where c.decision_id = d.id and c.workspace_id = d.workspace_id and statement_id is not null
                     order by id) as "citedStatements",
              array(select evidence_id from decision_citations c
                     where c.decision_id = d.id and c.workspace_id = d.workspace_id and evidence_id is not null
                     order by id) as "citedEvidence",
              d.member_id = cl.created_by
                or exists (select 1 from statements s where s.workspace_id = d.workspace_id and s.claim_id = d.claim_id
                             and ${statedBy('s', 'd.member_id')} and s.recorded_at < leased.at) as "ownWork"
         from decisions d
         join claims cl on cl.id = d.claim_id
         join assignment_ledger leased on leased.assignment_id = d.assignment_id and leased.entry = 'leased'
        where d.round_id = $1 order by d.decided_at, d.id`,
      [roundId],
    );
  }
}
