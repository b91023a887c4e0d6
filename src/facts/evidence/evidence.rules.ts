import { v7 as uuid } from 'uuid';
import { invalidField } from '../../base/errors/problem.js';
import type { Claim } from '../claims/claim.entity.js';
import type { KeptFile } from '../files/file.entity.js';
import { type NewEvidence, presentEvidence } from './evidence.dto.js';
import type { Evidence } from './evidence.entity.js';

/** The claim as the change made it that an item comes with. */
type Changed = Pick<Claim, 'id' | 'workspaceId' | 'version' | 'updatedAt'>;

export const NOT_LOOKED_AT = {
  checkAt: null,
  lookUntil: null,
  checkAskedBy: null,
  lastOutcome: null,
  lastCheckAt: null,
};

/** An item as it is added, with the file that it is, if it is one; `path` is where it stands in the request. */
export function newEvidence(
  given: NewEvidence,
  file: KeptFile | null,
  claim: Changed,
  addedBy: string,
  path: string,
): Evidence {
  return {
    id: uuid(),
    workspaceId: claim.workspaceId,
    claimId: claim.id,
    kind: given.kind,
    url: given.url ?? null,
    fileId: file?.id ?? null,
    bearing: given.bearing,
    sha256: digestOf(given, file, path),
    capturedAt: given.capturedAt ? new Date(given.capturedAt) : null,
    description: given.description ?? '',
    sensitive: given.sensitive ?? false,
    movedFromClaimId: null,
    movedFromId: null,
    addedBy,
    addedAt: claim.updatedAt,
    goneAt: null,
    goneReason: null,
    ...NOT_LOOKED_AT,
    checkAt: given.url && (given.capture ?? file === null) ? claim.updatedAt : null,
    claimVersion: claim.version,
    goneClaimVersion: null,
  };
}

/** Gone as of a claim's new version; nobody looks at it any more. */
export function goneFrom({ updatedAt, version }: Pick<Claim, 'updatedAt' | 'version'>, reason: string) {
  return {
    goneAt: updatedAt,
    goneReason: reason,
    goneClaimVersion: version,
    checkAt: null,
    checkAskedBy: null,
  };
}

/** As it is told when it is added. */
export function toldEvidence(row: Evidence) {
  const { addedBy: _by, lastCheck: _last, checkAt: _at, ...told } = presentEvidence(row);
  return { ...told, goneAt: null, goneReason: null };
}

/** Items are the same when kind, address, bearing and digest are. */
export function sameness({ kind, url, bearing, sha256 }: Evidence): string {
  return JSON.stringify([kind, url, bearing, sha256]);
}

function digestOf({ url, sha256 }: NewEvidence, file: KeptFile | null, path: string): string | null {
  const given = sha256?.toLowerCase() ?? null;
  if (file !== null && given !== null && given !== file.sha256)
    throw invalidField(
      `${path}sha256`,
      `must be the digest of the file, which is ${file.sha256}, or be left out`,
    );
  const digest = file?.sha256 ?? given;
  if (!url && digest === null)
    throw invalidField(
      `${path}url`,
      'must be there, or the fileId of an upload, or the sha256 of what is kept elsewhere',
    );
  return digest;
}
