import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import type { Claim } from '../claims/claim.entity.js';

/** A claim in triage about which nothing has been recorded yet. */
export function newClaim(actor: Actor, columns: Partial<Claim>, at: Date): Claim {
  return {
    id: uuid(),
    workspaceId: actor.workspaceId,
    externalId: null,
    text: '',
    language: '',
    topics: [],
    topicKeys: [],
    eventTime: null,
    eventTimeIsDay: false,
    place: null,
    appearances: [],
    claimantId: null,
    claimantGiven: false,
    quantityMin: null,
    quantityMax: null,
    quantityUnit: null,
    priority: 4,
    dueAt: null,
    ...columns,
    status: 'triage',
    heldFrom: null,
    holdUntil: null,
    closedReason: null,
    duplicateOfId: null,
    corroboration: 'unsourced',
    support: 0,
    oppose: 0,
    divided: 0,
    corroborationAsOf: at,
    lastRecordedAt: at,
    rating: null,
    verdict: null,
    queueId: null,
    rank: null,
    reviewDueAt: null,
    createdBy: actor.memberId,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}
