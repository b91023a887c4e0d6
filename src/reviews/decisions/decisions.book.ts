import { asTold, type BookRow, type ClaimBook, type Fields, Told } from '../../facts/claims/claim-book.js';

const CITED = (kind: string) =>
  `array(select ${kind}_id::text from decision_citations c
          where c.workspace_id = d.workspace_id and c.decision_id = d.id and ${kind}_id is not null order by ${kind}_id)`;

const ENDS = ['round.settled', 'round.disagreed', 'round.cancelled'];

/** Decisions, with what they cite; a blind one is told when its round ends, until then only that it was given. */
export const DECISIONS_BOOK: ClaimBook = {
  noun: 'decision',
  open: () =>
    new Told(({ type, subjectId, data }, tell) => {
      if (type === 'decision.submitted') {
        const { decisionId, queueId: _queue, ...told } = data!;
        tell(decisionId as string, { assignmentId: subjectId, ...sorted(told) });
      }
      // Rounds that were cancelled before this was told say nothing.
      if (ENDS.includes(type)) {
        for (const { decisionId, ...told } of (data!['decisions'] ?? []) as Fields[])
          tell(decisionId as string, sorted(told));
      }
    }),
  async rows(reader, claimIds) {
    const rows = await reader.query<Omit<BookRow, 'fields'> & Fields>(
      `select d.id, d.claim_id as "claimId", d.round_id as "roundId", d.slot_id as "slotId",
              d.assignment_id as "assignmentId", d.member_id as "memberId", d.rating, d.confidence, d.rationale,
              d.override_reason as "overrideReason", d.claim_version as "claimVersion",
              d.decided_at as "decidedAt", ${CITED('statement')} as "citedStatements", ${CITED('evidence')} as "citedEvidence"
         from decisions d where d.claim_id = any($1::uuid[])`,
      [claimIds],
    );
    return rows.map(({ id, claimId, ...fields }) => ({ id, claimId, fields: asTold(fields) }));
  },
};

/** What editors settled. */
export const ADJUDICATIONS_BOOK: ClaimBook = {
  noun: 'adjudication',
  open: () =>
    new Told(({ type, actorId, data }, tell) => {
      if (type !== 'claim.adjudicated') return;
      const { adjudicationId, rating, confidence, rationale, overrideReason } = data!;
      tell(adjudicationId as string, { memberId: actorId, rating, confidence, rationale, overrideReason });
    }),
  async rows(reader, claimIds) {
    const rows = await reader.query<Omit<BookRow, 'fields'> & Fields>(
      `select a.id, a.claim_id as "claimId", a.member_id as "memberId", a.rating, a.confidence, a.rationale,
              a.override_reason as "overrideReason"
         from rounds r join adjudications a on a.round_id = r.id where r.claim_id = any($1::uuid[])`,
      [claimIds],
    );
    return rows.map(({ id, claimId, ...fields }) => ({ id, claimId, fields }));
  },
};

/** The order in which it cites says nothing. */
function sorted(told: Fields): Fields {
  const { citedStatements, citedEvidence } = told as Record<string, string[] | undefined>;
  return {
    ...told,
    citedStatements: citedStatements?.toSorted(),
    citedEvidence: citedEvidence?.toSorted(),
  };
}
