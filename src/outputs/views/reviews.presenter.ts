import type { Actor } from '../../base/actor/actor.js';
import { presentAssignment } from '../../reviews/rounds/assignment.dto.js';
import type { AssignmentRow } from '../../reviews/rounds/assignments.repository.js';
import { LIVE_STATES } from '../../reviews/rounds/live-turns.js';
import type { Round, Slot } from '../../reviews/rounds/round.entity.js';
import { NO_REVIEWER } from '../../reviews/rounds/rounds.service.js';
import type {
  DecisionDto,
  LedgerEntryDto,
  ReviewRoundDto,
  ReviewSlotDto,
  ReviewTurnDto,
} from './reviews.dto.js';
import type { DecisionRow, LedgerRow } from './reviews.repository.js';

/** What rounds consist of, of all rounds of a page. */
export interface RoundParts {
  slots: Slot[];
  turns: AssignmentRow[];
  ledger: LedgerRow[];
  decisions: DecisionRow[];
}

export function presentRound(round: Round, parts: RoundParts, actor: Actor): ReviewRoundDto {
  const { id, number, state, queueId, reviews, blind, agreement, mode } = round;
  return {
    id,
    number,
    state,
    queueId,
    reviews,
    blind,
    agreement,
    mode,
    openedAt: round.openedAt.toISOString(),
    dueAt: round.dueAt?.toISOString() ?? null,
    closedAt: round.closedAt?.toISOString() ?? null,
    slots: parts.slots
      .filter(({ roundId }) => roundId === id)
      .map((slot) => presentSlot(slot, round, parts, actor)),
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
    by: row.byId === null ? null : { id: row.byId, name: row.byName! },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    note: row.note,
  }));
  if (endedAt === null || entries.at(-1)?.entry === state) return entries;
  const note = state === 'broken' ? NO_REVIEWER : null;
  return [...entries, { entry: state, at: endedAt.toISOString(), by: null, expiresAt: null, note }];
}

function presentDecision(row: DecisionRow, round: Round, actor: Actor): DecisionDto {
  const { rating, confidence, rationale, overrideReason, claimVersion, citedStatements, citedEvidence } = row;
  const sealed = round.blind && round.reviews > 1 && round.state === 'open';
  const content =
    sealed && row.memberId !== actor.memberId
      ? null
      : { rating, confidence, rationale, overrideReason, claimVersion, citedStatements, citedEvidence };
  return { id: row.id, decidedAt: row.decidedAt.toISOString(), content };
}
