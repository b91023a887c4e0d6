import { Type } from 'typebox';
import { showMoment } from '../../base/http/formats.js';
import {
  type About,
  type Changes,
  changesBetween,
  type EventType,
  type NewEvent,
} from '../../record/events/event.js';
import { changesOf, id, instant, list, moment, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { RULE_CHANGES } from '../corroboration/rule-changes.js';
import { CORROBORATION_STATUSES } from '../corroboration/status.js';
import type { Claim } from './claim.entity.js';
import { CLAIM_STATES, CLOSED_REASONS } from './claim.states.js';
import { presentQuantity } from './quantity.dto.js';

export const QUANTITY = Type.Object({
  min: nullable(Type.Number()),
  max: nullable(Type.Number()),
  unit: Type.String(),
});

/** As what a statement or an item was recorded before, on a duplicate of the claim. */
export const MOVED_FROM = nullable(Type.Object({ claimId: id(), id: id() }));

/** The fields people enter. */
const FIELDS = {
  externalId: nullable(Type.String()),
  text: Type.String(),
  language: Type.String(),
  topics: list(Type.String()),
  eventTime: nullable(moment()),
  place: nullable(Type.String()),
  appearances: list(
    Type.Object({ url: Type.String({ format: 'uri' }), publishedAt: nullable(Type.String()) }),
  ),
  claimantId: nullable(id('The source that put the claim forward.')),
  claimantGiven: Type.Boolean({
    description: 'Whether somebody said so, or it follows from the statements.',
  }),
  quantity: nullable(QUANTITY),
  priority: Type.Integer(),
  dueAt: nullable(instant()),
};

const CORROBORATION = Type.Object({
  status: oneOf(CORROBORATION_STATUSES),
  support: Type.Integer(),
  oppose: Type.Integer(),
  divided: Type.Integer(),
  asOf: instant(),
});

const VERDICT = Type.Object({
  rating: Type.String(),
  polarity: oneOf(['supports', 'refutes', 'neither']),
  confidence: oneOf(['low', 'moderate', 'high']),
  rationale: Type.String(),
  overrideReason: nullable(Type.String()),
  citedStatements: list(id()),
  citedEvidence: list(id()),
  corroboration: oneOf(CORROBORATION_STATUSES),
  selfReviewed: Type.Boolean(),
  round: Type.Integer(),
  decidedAt: instant(),
  claimVersion: Type.Integer(),
});

const STATE = {
  heldFrom: nullable(oneOf(CLAIM_STATES)),
  holdUntil: nullable(instant()),
  closedReason: nullable(oneOf(CLOSED_REASONS)),
  duplicateOf: nullable(id()),
  queueId: nullable(id()),
  rank: nullable(instant()),
  reviewDueAt: nullable(instant('When the review that runs is due.')),
  verdict: nullable(VERDICT),
};

/** What changed besides statements and was counted in. */
const CHANGES = {
  changes: Type.Optional(
    list(
      Type.Object({
        kind: oneOf(RULE_CHANGES),
        sourceId: nullable(id('The source that was placed anew.')),
        partyId: nullable(id('The party that was merged or renamed.')),
        into: nullable(id('The party it was merged into.')),
        at: instant('From when it counts.'),
      }),
    ),
  ),
};

const CAUSE = Type.Union([
  Type.Object({ statementId: id('The statement that was recorded.'), ...CHANGES }),
  Type.Object({ struckId: id('The statement that was struck.'), ...CHANGES }),
  Type.Object({ unmerged: id('The claim that is no duplicate of it any more.'), ...CHANGES }),
  Type.Object({
    recomputed: Type.Literal(true, { description: 'A placement, a merge or the policy changed.' }),
    ...CHANGES,
  }),
]);
/** What a change of a claim's corroboration came from. */
export type CorroborationCause = Type.Static<typeof CAUSE>;

/** What every change of a claim tells; events from before this was told are without. */
export const VERSION = {
  claimVersion: Type.Optional(Type.Integer({ description: 'The version of the claim that this made.' })),
  claimUpdatedAt: Type.Optional(instant('The moment from which that version counts.')),
};

export const CLAIM_SUBMITTED = eventType('claim.submitted', {
  subject: 'claim',
  says: 'A claim was entered.',
  data: {
    claim: Type.Object({ ...FIELDS, status: oneOf(CLAIM_STATES), corroboration: CORROBORATION }),
    ...VERSION,
  },
});

export const CLAIM_UPDATED = eventType('claim.updated', {
  subject: 'claim',
  says: 'Fields of a claim were changed.',
  data: { changes: changesOf({ ...FIELDS, reviewDueAt: STATE.reviewDueAt }), ...VERSION },
});

export const CLAIM_TRANSITIONED = eventType('claim.transitioned', {
  subject: 'claim',
  says: 'A claim moved along its life.',
  data: { from: oneOf(CLAIM_STATES), to: oneOf(CLAIM_STATES), changes: changesOf(STATE), ...VERSION },
});

export const CORROBORATION_CHANGED = eventType('claim.corroboration-changed', {
  subject: 'claim',
  says: 'The computed status of a claim, or the numbers behind it, changed.',
  data: { from: CORROBORATION, to: CORROBORATION, cause: CAUSE, ...VERSION },
});

const MOVED = list(Type.Object({ from: id(), to: id() }));

const CLAIM_MERGED = eventType('claim.merged', {
  subject: 'claim',
  says: 'Another claim was closed as a duplicate of this one, and what was said on it was recorded here anew.',
  data: {
    from: id('The claim that was closed.'),
    statements: MOVED,
    already: list(
      Type.Object(
        { from: id(), to: id() },
        { description: 'Statements that were here, and are not doubled.' },
      ),
    ),
    evidence: MOVED,
    ...VERSION,
  },
});

const CLAIM_UNMERGED = eventType('claim.unmerged', {
  subject: 'claim',
  says: 'A claim that had been closed as a duplicate of this one is none, and what came from it was taken back.',
  data: {
    from: id('The claim that was reopened.'),
    statements: list(id('Struck here.')),
    evidence: list(id('Marked as gone here.')),
    ...VERSION,
  },
});

const CORROBORATION_CONFIRMED = eventType('claim.corroboration-confirmed', {
  subject: 'claim',
  says: 'A claim was recomputed with the same answer: no new version, but the answer holds up to a later moment.',
  data: { asOf: Type.Object({ from: instant(), to: instant() }) },
  inFeed: false,
});

export function claimSubmitted(claim: Claim): NewEvent {
  return aboutClaim(claim, CLAIM_SUBMITTED, {
    claim: { ...told(claim), status: claim.status, corroboration: toldCorroboration(claim) },
  });
}

export function claimUpdated(before: Claim, after: Claim): NewEvent {
  // The due time of a review that runs follows the claim's.
  const due = changesBetween({ reviewDueAt: before.reviewDueAt }, { reviewDueAt: after.reviewDueAt });
  return aboutClaim(after, CLAIM_UPDATED, { changes: { ...changesOfFields(before, after), ...due } });
}

/** What goes with the move stands in its changes: the queue, the hold, the reason of closing, the verdict. */
export function claimTransitioned(before: Claim, after: Claim, reason: string | null): NewEvent {
  const changes = changesBetween(toldState(before), toldState(after));
  return aboutClaim(
    after,
    CLAIM_TRANSITIONED,
    { from: before.status, to: after.status, changes },
    { reason },
  );
}

export function corroborationChanged(before: Claim, after: Claim, cause: CorroborationCause): NewEvent {
  return aboutClaim(after, CORROBORATION_CHANGED, {
    from: toldCorroboration(before),
    to: toldCorroboration(after),
    cause,
  });
}

interface Moved {
  from: string;
  to: string;
}

export function claimMerged(
  claim: Claim,
  data: { from: string; statements: Moved[]; already: Moved[]; evidence: Moved[] },
): NewEvent {
  return aboutClaim(claim, CLAIM_MERGED, data);
}

export function claimUnmerged(
  claim: Claim,
  data: { from: string; statements: string[]; evidence: string[] },
): NewEvent {
  return aboutClaim(claim, CLAIM_UNMERGED, data);
}

export function corroborationConfirmed(
  { id: claimId, corroborationAsOf: from }: Pick<Claim, 'id' | 'corroborationAsOf'>,
  to: Date,
): NewEvent {
  return CORROBORATION_CONFIRMED.of({ id: claimId, claimId }, { asOf: { from, to } });
}

export function changesOfFields(before: Claim, after: Claim): Changes {
  return changesBetween(told(before), told(after));
}

export function aboutClaim<Data extends object>(
  claim: ClaimVersion,
  type: EventType<Data>,
  data: Data,
  more: Pick<About, 'reason'> = {},
): NewEvent {
  return type.of({ id: claim.id, claimId: claim.id, ...more }, { ...data, ...versionOf(claim) });
}

export type ClaimVersion = Pick<Claim, 'id' | 'version' | 'updatedAt'>;

/** The version of a claim that something made, and the moment from which it counts. */
export function versionOf({ version, updatedAt }: ClaimVersion) {
  return { claimVersion: version, claimUpdatedAt: updatedAt };
}

/** How events tell a claim: its fields, what goes with its moves, what was computed. */
export type ToldFields = ReturnType<typeof told>;
export type ToldState = ReturnType<typeof toldState>;
export type ToldCorroboration = ReturnType<typeof toldCorroboration>;

function told(claim: Claim) {
  return {
    externalId: claim.externalId,
    text: claim.text,
    language: claim.language,
    topics: claim.topics,
    eventTime: showMoment(claim.eventTime, claim.eventTimeIsDay),
    place: claim.place,
    appearances: claim.appearances,
    claimantId: claim.claimantId,
    claimantGiven: claim.claimantGiven,
    quantity: presentQuantity(claim),
    priority: claim.priority,
    dueAt: claim.dueAt?.toISOString() ?? null,
  };
}

function toldState(claim: Claim) {
  return {
    heldFrom: claim.heldFrom,
    holdUntil: claim.holdUntil?.toISOString() ?? null,
    closedReason: claim.closedReason,
    duplicateOf: claim.duplicateOfId,
    queueId: claim.queueId,
    rank: claim.rank?.toISOString() ?? null,
    reviewDueAt: claim.reviewDueAt?.toISOString() ?? null,
    verdict: claim.verdict,
  };
}

function toldCorroboration(claim: Claim) {
  const { corroboration: status, support, oppose, divided } = claim;
  return { status, support, oppose, divided, asOf: claim.corroborationAsOf.toISOString() };
}
