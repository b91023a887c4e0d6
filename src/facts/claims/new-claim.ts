import type { Claim } from './claim.entity.js';

/** Which claim it is and who entered it, where and when. */
export interface Entry {
  id: string;
  workspaceId: string;
  createdBy: string;
  at: Date;
}

/** A claim in triage about which nothing has been recorded yet. */
export function newClaim({ id, workspaceId, createdBy, at }: Entry, columns: Partial<Claim>): Claim {
  return {
    id,
    workspaceId,
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
    verdictAt: null,
    queueId: null,
    rank: null,
    reviewDueAt: null,
    createdBy,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}
