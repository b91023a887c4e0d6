import type { NewEvent } from '../../record/events/event.js';
import type { Assignment } from './assignment.entity.js';
import type { Round } from './round.entity.js';

export function roundOpened(round: Round): NewEvent {
  const { queueId, number, reviews, blind, agreement, mode, rank, dueAt } = round;
  return aboutRound(round, 'round.opened', { queueId, number, reviews, blind, agreement, mode, rank, dueAt });
}

export function aboutRound(round: Round, type: string, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'round', id: round.id }, claimId: round.claimId, data };
}

export function aboutAssignment(
  assignment: Pick<Assignment, 'id' | 'claimId' | 'roundId' | 'slotId' | 'queueId' | 'memberId'>,
  type: string,
  data: Record<string, unknown> = {},
): NewEvent {
  const { id, claimId, roundId, slotId, queueId, memberId } = assignment;
  return {
    type,
    subject: { type: 'assignment', id },
    claimId,
    data: { roundId, slotId, queueId, memberId, ...data },
  };
}
