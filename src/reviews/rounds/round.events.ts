import type { NewEvent } from '../../record/events/event.js';
import type { Routed } from '../routing/routing.rules.js';
import type { Assignment } from './assignment.entity.js';
import type { Round } from './round.entity.js';

/** `routed` says which rule chose the queue, so that nobody must guess; null where the queue was named. */
export function roundOpened(round: Round, routed: Routed | null): NewEvent {
  const { queueId, number, reviews, blind, agreement, mode, rank, dueAt } = round;
  const routing = routed && { version: routed.version, rule: routed.rule };
  const asked = { queueId, number, reviews, blind, agreement, mode, rank, dueAt };
  return aboutRound(round, 'round.opened', { ...asked, routing });
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
