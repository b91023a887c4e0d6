import { Injectable } from '@nestjs/common';
import type { Tx } from '../../base/database/tx.js';
import { hasStated } from '../rounds/reviewers.repository.js';
import { Adjudication } from './adjudication.entity.js';
import { Decision, DecisionCitation } from './decision.entity.js';

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
}
