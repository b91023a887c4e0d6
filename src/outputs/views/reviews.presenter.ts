import type { Actor } from '../../base/actor/actor.js';
import type { QueueNeeds } from '../../reviews/queues/queue.entity.js';
import { presentAssignment } from '../../reviews/rounds/assignment.dto.js';
import type { AssignmentRow } from '../../reviews/rounds/assignments.repository.js';
import type { CauseRow } from '../../reviews/rounds/re-reviews.repository.js';
import { presentCause } from '../../reviews/rounds/re-reviews.service.js';
import { LIVE_STATES } from '../../reviews/rounds/live-turns.js';
import type { Round, Slot } from '../../reviews/rounds/round.entity.js';
import { NO_REVIEWER } from '../../reviews/rounds/rounds.service.js';
import type {
  AdjudicationDto,
  DecisionDto,
  LedgerEntryDto,
  ReviewRoundDto,
  ReviewSlotDto,
  ReviewTurnDto,
} from './reviews.dto.js';
import type { AdjudicationRow, DecisionRow, LedgerRow } from './reviews.repository.js';

/** What rounds consist of, of all rounds of a page. */
export interface RoundParts {
  needs: QueueNeeds[];
  slots: Slot[];
  turns: AssignmentRow[];
  ledger: LedgerRow[];
  decisions: DecisionRow[];
  adjudications: AdjudicationRow[];
  causes: CauseRow[];
}

export function presentRound(round: Round, parts: RoundParts, actor: Actor): ReviewRoundDto {
  const { id, number, state, queueId, reviews, blind, agreement, mode, leaseSeconds, verdict } = round;
  const { languages, skills } = parts.needs.find(({ id: needsId }) => needsId === round.needsId)!;
  const adjudication = parts.adjudications.find(({ roundId }) => roundId === id);
  return {
    id,
    number,
    state,
    queueId,
    reviews,
    blind,
    agreement,
    languages,
    skills,
    mode,
    leaseSeconds,
    causes: parts.causes.filter(({ roundId }) => roundId === id).map(presentCause),
    openedAt: round.openedAt.toISOString(),
    dueAt: round.dueAt?.toISOString() ?? null,
    escalation:
      round.escalatedFrom === null
        ? null
        : { fromQueueId: round.escalatedFrom, at: round.escalatedAt!.toISOString() },
    closedAt: round.closedAt?.toISOString() ?? null,
    slots: parts.slots
      .filter(({ roundId }) => roundId === id)
      .map((slot) => presentSlot(slot, round, parts, actor)),
    adjudication: adjudication === undefined ? null : presentAdjudication(adjudication),
    verdict,
  };
}

function presentSlot(slot: Slot, round: Round, parts: RoundParts, actor: Actor): ReviewSlotDto {
  const turns = parts.turns.filter(({ slotId }) => slotId === slot.id);
  const inHand = turns.some(({ state }) => LIVE_STATES.includes(state));
  const free = ['offered', 'taken'].includes(slot.state) && !inHand;
  return {
    number: slot.number,
    // What is over is free for every reader, whether or not the sweep has been by.
    state: free ? 'waiting' : slot.state,
    assignments: turns.map((turn) => presentTurn(turn, round, parts, actor)),
  };
}

function presentTurn(turn: AssignmentRow, round: Round, parts: RoundParts, actor: Actor): ReviewTurnDto {
  const decision = parts.decisions.find(({ assignmentId }) => assignmentId === turn.id);
  return {
    ...presentAssignment(turn, actor),
    ledger: presentLedger(
      turn,
      parts.ledger.filter(({ assignmentId }) => assignmentId === turn.id),
    ),
    decision: decision === undefined ? null : presentDecision(decision, round, actor),
  };
}

/** The last line of what is over is written by the sweep; it is shown before, as it will be written. */
function presentLedger({ state, endedAt }: AssignmentRow, rows: LedgerRow[]): LedgerEntryDto[] {
  const entries: LedgerEntryDto[] = rows.map((row) => ({
    entry: row.entry,
    at: row.at.toISOString(),
    by: row.byId === null ? null : { id: row.byId, name: row.byName },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    note: row.note,
  }));
  if (endedAt === null || entries.at(-1)?.entry === state) return entries;
  const note = state === 'broken' ? NO_REVIEWER : null;
  return [...entries, { entry: state, at: endedAt.toISOString(), by: null, expiresAt: null, note }];
}

function presentAdjudication(row: AdjudicationRow): AdjudicationDto {
  const { id, memberId, memberName, rating, polarity, corroboration, confidence, rationale, overrideReason } =
    row;
  return {
    id,
    by: { id: memberId, name: memberName },
    decidedAt: row.decidedAt.toISOString(),
    rating,
    polarity,
    corroboration,
    confidence,
    rationale,
    overrideReason,
  };
}

function presentDecision(row: DecisionRow, round: Round, actor: Actor): DecisionDto {
  const { id, assignmentId: _assignmentId, memberId, decidedAt, ...content } = row;
  const sealed = round.blind && round.reviews > 1 && round.state === 'open';
  return {
    id,
    decidedAt: decidedAt.toISOString(),
    content: sealed && memberId !== actor.memberId ? null : content,
  };
}
