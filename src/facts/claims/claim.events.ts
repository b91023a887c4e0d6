import { showMoment } from '../../base/http/formats.js';
import { type Changes, changesBetween, type NewEvent } from '../../record/events/event.js';
import type { Claim } from './claim.entity.js';
import { presentQuantity } from './quantity.dto.js';

export function claimSubmitted(claim: Claim): NewEvent {
  return aboutClaim(claim, 'claim.submitted', {
    claim: { ...told(claim), status: claim.status, corroboration: toldCorroboration(claim) },
  });
}

export function claimUpdated(before: Claim, after: Claim): NewEvent {
  return aboutClaim(after, 'claim.updated', { changes: changesBetween(told(before), told(after)) });
}

/** `more` is what goes with the move: the queue, the hold, the reason of closing, the verdict. */
export function claimTransitioned(before: Claim, after: Claim, reason: string | null): NewEvent {
  const changes = changesBetween(toldState(before), toldState(after));
  return {
    ...aboutClaim(after, 'claim.transitioned', { from: before.status, to: after.status, changes }),
    reason,
  };
}

export function corroborationChanged(before: Claim, after: Claim, cause: Record<string, unknown>): NewEvent {
  return aboutClaim(after, 'claim.corroboration-changed', {
    from: toldCorroboration(before),
    to: toldCorroboration(after),
    cause,
  });
}

export function changesOfFields(before: Claim, after: Claim): Changes {
  return changesBetween(told(before), told(after));
}

export function aboutClaim(claim: Pick<Claim, 'id'>, type: string, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'claim', id: claim.id }, claimId: claim.id, data };
}

/** The fields people enter. */
function told(claim: Claim): Record<string, unknown> {
  return {
    externalId: claim.externalId,
    text: claim.text,
    language: claim.language,
    topics: claim.topics,
    eventTime: showMoment(claim.eventTime, claim.eventTimeIsDay),
    place: claim.place,
    appearances: claim.appearances,
    claimantId: claim.claimantId,
    quantity: presentQuantity(claim),
    priority: claim.priority,
    dueAt: claim.dueAt?.toISOString() ?? null,
  };
}

function toldState(claim: Claim): Record<string, unknown> {
  return {
    heldFrom: claim.heldFrom,
    holdUntil: claim.holdUntil?.toISOString() ?? null,
    closedReason: claim.closedReason,
    duplicateOf: claim.duplicateOfId,
    queueId: claim.queueId,
    rank: claim.rank?.toISOString() ?? null,
    verdict: claim.verdict,
  };
}

function toldCorroboration(claim: Claim): Record<string, unknown> {
  const { corroboration: status, support, oppose, divided } = claim;
  return { status, support, oppose, divided, asOf: claim.corroborationAsOf.toISOString() };
}
