import { Type } from 'typebox';
import type { About, EventType, NewEvent } from '../../record/events/event.js';
import { id, instant, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { AGREEMENTS, MODES, type QueueNeeds } from '../queues/queue.entity.js';
import type { Routed } from '../routing/routing.rules.js';
import { DECISION } from './given-decision.js';
import { VERSION } from '../../facts/claims/claim.events.js';
import type { Assignment } from './assignment.entity.js';
import type { Round } from './round.entity.js';

/** What its reviewers must have. */
const NEEDS = { languages: list(Type.String()), skills: list(Type.String()) };

export const ROUND_OPENED = eventType('round.opened', {
  subject: 'round',
  says: 'A claim was put in a queue, and its next round of review was opened.',
  data: {
    queueId: id(),
    number: Type.Integer(),
    reviews: Type.Integer(),
    blind: Type.Boolean(),
    agreement: oneOf(AGREEMENTS),
    ...NEEDS,
    mode: oneOf(MODES),
    rank: instant(),
    dueAt: nullable(instant()),
    escalateTo: nullable(id('The queue it goes to when its due time passes.')),
    routing: nullable(
      Type.Object(
        { version: Type.Integer(), rule: nullable(Type.Integer()) },
        { description: 'Which rule chose the queue; null where the queue was named.' },
      ),
    ),
  },
});

export const ROUND_CANCELLED = eventType('round.cancelled', {
  subject: 'round',
  says: 'A round ended without a verdict because its claim was held, closed or sent back; what was decided in it until then is told.',
  data: { decisions: list(DECISION) },
});

export const ROUND_STALLED = eventType('round.stalled', {
  subject: 'round',
  says: 'A round waits that no member may take.',
  data: { queueId: id(), number: Type.Integer() },
});

const DUE = { queueId: id(), number: Type.Integer(), dueAt: nullable(instant()) };

export const ROUND_DUE_SOON = eventType('round.due-soon', {
  subject: 'round',
  says: 'The due time of a round is near, as near as its queue wants notice of. Told once of each due time.',
  data: DUE,
});

export const ROUND_OVERDUE = eventType('round.overdue', {
  subject: 'round',
  says: 'The due time of a round has passed, and the round is not closed. Told once of each due time.',
  data: DUE,
});

export const ROUND_ESCALATED = eventType('round.escalated', {
  subject: 'round',
  says: 'A round went to another queue, as its due time had passed.',
  data: {
    from: id('The queue it was in.'),
    to: id('The queue it is in now.'),
    ...NEEDS,
    mode: oneOf(MODES, 'How that queue hands it out.'),
    number: Type.Integer(),
    dueAt: nullable(instant()),
    ...VERSION,
  },
});

/** Whose turn it is or was; decisions tell it too. */
export const TURN = { roundId: id(), slotId: id(), queueId: id(), memberId: id() };
const UNTIL = { expiresAt: instant() };

const turn = <More extends Record<string, Type.TSchema>>(
  name: string,
  says: string,
  more: More,
  inFeed?: boolean,
) => eventType(name, { subject: 'assignment', says, data: { ...TURN, ...more }, inFeed });

export const ASSIGNMENT_OFFERED = turn('assignment.offered', 'A review was offered to a member.', UNTIL);
export const ASSIGNMENT_LEASED = turn('assignment.leased', 'A member took a review.', {
  token: Type.Integer(),
  ...UNTIL,
});
export const ASSIGNMENT_RENEWED = turn(
  'assignment.renewed',
  'A lease was renewed. Only the history of the claim tells it, not the feed.',
  UNTIL,
  false,
);
export const ASSIGNMENT_HELD = turn('assignment.held', 'A review waits for something.', UNTIL);
export const ASSIGNMENT_RESUMED = turn(
  'assignment.resumed',
  'A member went on with a review that they had on hold, by renewing its lease.',
  UNTIL,
);
export const ASSIGNMENT_RELEASED = turn('assignment.released', 'A member gave a review back.', {});
export const ASSIGNMENT_DECLINED = turn('assignment.declined', 'A member declined a review.', {});
export const ASSIGNMENT_EXPIRED = turn('assignment.expired', 'A lease or an offer ran out.', {});
export const ASSIGNMENT_HANDED_OVER = turn('assignment.handed-over', 'A member handed a review over.', {
  to: id('The member who was named.'),
  offerId: id('The assignment that they may accept.'),
});
export const ASSIGNMENT_BROKEN = turn('assignment.broken', 'A review was taken from its member.', {});

type Needs = Pick<QueueNeeds, 'languages' | 'skills'>;

/** `routed` says which rule chose the queue, so that nobody must guess; null where the queue was named. */
export function roundOpened(round: Round, { languages, skills }: Needs, routed: Routed | null): NewEvent {
  const { queueId, number, reviews, blind, agreement, mode, rank, dueAt, escalateTo } = round;
  const routing = routed && { version: routed.version, rule: routed.rule };
  const asked = {
    queueId,
    number,
    reviews,
    blind,
    agreement,
    languages,
    skills,
    mode,
    rank,
    dueAt,
    escalateTo,
  };
  return aboutRound(round, ROUND_OPENED, { ...asked, routing });
}

export function aboutRound<Data extends object>(
  round: Pick<Round, 'id' | 'claimId'>,
  type: EventType<Data>,
  data: Data,
  more: Pick<About, 'reason'> = {},
): NewEvent {
  return type.of({ id: round.id, claimId: round.claimId, ...more }, data);
}

type Turn = Pick<Assignment, 'roundId' | 'slotId' | 'queueId' | 'memberId'>;

export function aboutAssignment<Data extends Turn>(
  assignment: Turn & Pick<Assignment, 'id' | 'claimId'>,
  type: EventType<Data>,
  data: Omit<Data, keyof Turn>,
  more: Pick<About, 'reason'> = {},
): NewEvent {
  const { id: assignmentId, claimId, roundId, slotId, queueId, memberId } = assignment;
  const told = { roundId, slotId, queueId, memberId, ...data } as Data;
  return type.of({ id: assignmentId, claimId, ...more }, told);
}
