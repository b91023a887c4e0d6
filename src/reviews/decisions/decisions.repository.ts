import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../base/database/tx.js';
import { hasStated } from '../rounds/reviewers.repository.js';
import { Adjudication } from './adjudication.entity.js';
import { Decision, DecisionCitation } from './decision.entity.js';
import type { Ground } from './verdict.rules.js';

export interface DecisionRow extends Ground {
  id: string;
  memberId: string;
  claimVersion: number | null;
  decidedAt: Date;
  /** The member entered the claim, or had recorded a statement of it before their lease began. */
  ownWork: boolean;
}

@Injectable()
export class DecisionsRepository {
  async insert(tx: Tx, decision: Decision, citations: DecisionCitation[]): Promise<void> {
    await tx.repository(Decision).insert(decision);
    if (citations.length > 0) await tx.repository(DecisionCitation).insert(citations);
  }

  async adjudicate(tx: Tx, adjudication: Adjudication): Promise<void> {
    await tx.repository(Adjudication).insert(adjudication);
  }

  /** Whether a member entered a claim, or has recorded a statement of it. */
  async hasPart(tx: Tx, claimId: string, memberId: string): Promise<boolean> {
    const [row] = await tx.query<{ part: boolean }>(
      `select c.created_by = $2 or ${hasStated('c.id', '$2')} is true as part from claims c where c.id = $1`,
      [claimId, memberId],
    );
    return row!.part;
  }

  /** The decisions of a round with what they cite, in the order in which they were given. */
  ofRound(reader: Reader, roundId: string): Promise<DecisionRow[]> {
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
                             and s.recorded_by = d.member_id and s.recorded_at < leased.at) as "ownWork"
         from decisions d
         join claims cl on cl.id = d.claim_id
         join assignment_ledger leased on leased.assignment_id = d.assignment_id and leased.entry = 'leased'
        where d.round_id = $1 order by d.decided_at, d.id`,
      [roundId],
    );
  }
}
