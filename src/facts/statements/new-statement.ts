import { v7 as uuid } from 'uuid';
import { readMoment } from '../../base/http/formats.js';
import type { Claim } from '../claims/claim.entity.js';
import { readQuantity } from '../claims/quantity.dto.js';
import type { NewStatement } from './statement.dto.js';
import type { Statement } from './statement.entity.js';

/** On which claim it is recorded, when and by whom, and which version of the claim that makes. */
export interface Recording {
  claim: Pick<Claim, 'id' | 'workspaceId'>;
  at: Date;
  recordedBy: string;
  claimVersion: number;
}

/** A statement as it is recorded; `path` is where it stands in the request. */
export function newStatement(
  given: NewStatement,
  { claim, at, recordedBy, claimVersion }: Recording,
  path: string,
): Statement {
  const { at: saidAt, isDay: saidAtIsDay } = readMoment(given.saidAt);
  const relays = Boolean(given.basedOnStatementId ?? given.basedOnSourceId);
  return {
    id: uuid(),
    workspaceId: claim.workspaceId,
    claimId: claim.id,
    sourceId: given.sourceId,
    stance: given.stance,
    quote: given.quote ?? null,
    quoteLanguage: given.quoteLanguage ?? null,
    translation: given.translation ?? null,
    url: given.url ?? null,
    saidAt,
    saidAtIsDay,
    reportedById: given.reportedById ?? null,
    basis: relays ? 'relayed' : (given.basis ?? 'unknown'),
    basedOnStatementId: given.basedOnStatementId ?? null,
    basedOnSourceId: given.basedOnSourceId ?? null,
    ...readQuantity(given.quantity, `${path}quantity`),
    credibility: given.credibility ?? null,
    movedFromClaimId: null,
    movedFromId: null,
    recordedBy,
    recordedAt: at,
    struckBy: null,
    struckAt: null,
    strikeReason: null,
    replacementId: null,
    claimVersion,
    struckClaimVersion: null,
  };
}
