import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Reader } from '../../base/database/tx.js';
import type { Adjudication } from '../../reviews/decisions/adjudication.entity.js';
import type { Decision } from '../../reviews/decisions/decision.entity.js';
import type { Polarity } from '../../reviews/ratings/rating.entity.js';
import type { LedgerEntryKind } from '../../reviews/rounds/assignment.entity.js';
import { QueueNeeds } from '../../reviews/queues/queue.entity.js';
import { Round, Slot } from '../../reviews/rounds/round.entity.js';

export interface LedgerRow {
  assignmentId: string;
  entry: LedgerEntryKind;
  at: Date;
  byId: string | null;
  byName: string | null;
  expiresAt: Date | null;
  note: string | null;
}

export type DecisionRow = Pick<
  Decision,
  | 'id'
  | 'assignmentId'
  | 'memberId'
  | 'rating'
  | 'confidence'
  | 'rationale'
  | 'overrideReason'
  | 'corroboration'
  | 'claimVersion'
  | 'decidedAt'
> & { polarity: Polarity; citedStatements: string[]; citedEvidence: string[] };

export type AdjudicationRow = Adjudication & { polarity: Polarity; memberName: string | null };

@Injectable()
export class ReviewsRepository {
  /** Newest first, from below a number on; one more than the limit. */
  rounds(reader: Reader, claimId: string, below: number | null, limit: number): Promise<Round[]> {
    const rounds = reader
      .repository(Round)
      .createQueryBuilder('r')
      .where('r.claim_id = :claimId', { claimId })
      .orderBy('r.number', 'DESC')
      .limit(limit + 1);
    if (below !== null) rounds.andWhere('r.number < :below', { below });
    return rounds.getMany();
  }

  needs(reader: Reader, ids: string[]): Promise<QueueNeeds[]> {
    return reader.repository(QueueNeeds).findBy({ id: In(ids) });
  }

  slots(reader: Reader, roundIds: string[]): Promise<Slot[]> {
    return reader
      .repository(Slot)
      .createQueryBuilder('s')
      .where('s.round_id = any(:roundIds)', { roundIds })
      .orderBy('s.number')
      .getMany();
  }

  ledger(reader: Reader, workspaceId: string, assignmentIds: string[]): Promise<LedgerRow[]> {
    return reader.query<LedgerRow>(
      `select l.assignment_id as "assignmentId", l.entry, l.at, l.by_member as "byId", m.name as "byName",
              l.expires_at as "expiresAt", l.note
         from assignment_ledger l
         left join members m on m.workspace_id = l.workspace_id and m.id = l.by_member
        where l.workspace_id = $1 and l.assignment_id = any($2::uuid[]) order by l.id`,
      [workspaceId, assignmentIds],
    );
  }

  decisions(reader: Reader, workspaceId: string, roundIds: string[]): Promise<DecisionRow[]> {
    return reader.query<DecisionRow>(
      `select d.id, d.assignment_id as "assignmentId", d.member_id as "memberId", d.rating, d.confidence, d.rationale,
              d.override_reason as "overrideReason", p.polarity, d.corroboration, d.claim_version as "claimVersion", d.decided_at as "decidedAt",
              array(select c.statement_id from decision_citations c
                     where c.workspace_id = d.workspace_id and c.decision_id = d.id and c.statement_id is not null
                     order by c.id) as "citedStatements",
              array(select c.evidence_id from decision_citations c
                     where c.workspace_id = d.workspace_id and c.decision_id = d.id and c.evidence_id is not null
                     order by c.id) as "citedEvidence"
         from decisions d
         join rounds r on r.workspace_id = d.workspace_id and r.id = d.round_id
         join ratings p on p.scale_id = r.scale_id and p.key = d.rating
        where d.workspace_id = $1 and d.round_id = any($2::uuid[])`,
      [workspaceId, roundIds],
    );
  }

  adjudications(reader: Reader, workspaceId: string, roundIds: string[]): Promise<AdjudicationRow[]> {
    return reader.query<AdjudicationRow>(
      `select a.id, a.round_id as "roundId", a.member_id as "memberId", m.name as "memberName", a.rating, p.polarity,
              a.corroboration, a.confidence, a.rationale, a.override_reason as "overrideReason",
              a.decided_at as "decidedAt"
         from adjudications a
         join members m on m.workspace_id = a.workspace_id and m.id = a.member_id
         join rounds r on r.workspace_id = a.workspace_id and r.id = a.round_id
         join ratings p on p.scale_id = r.scale_id and p.key = a.rating
        where a.workspace_id = $1 and a.round_id = any($2::uuid[])`,
      [workspaceId, roundIds],
    );
  }
}
