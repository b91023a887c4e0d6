import { Type } from 'typebox';
import type { About, NewEvent } from '../../record/events/event.js';
import { id, instant, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { type ClaimVersion, MOVED_FROM, VERSION, versionOf } from '../claims/claim.events.js';
import { BEARINGS, EVIDENCE_KINDS } from './evidence.entity.js';

const EVIDENCE = Type.Object({
  id: id(),
  claimId: id(),
  kind: oneOf(EVIDENCE_KINDS),
  url: nullable(Type.String({ format: 'uri' })),
  fileId: Type.Optional(nullable(id())),
  bearing: oneOf(BEARINGS),
  sha256: nullable(Type.String()),
  capturedAt: nullable(instant()),
  description: Type.String(),
  sensitive: Type.Boolean(),
  movedFrom: Type.Optional(MOVED_FROM),
  addedAt: instant(),
  goneAt: Type.Null(),
  goneReason: Type.Null(),
});

const EVIDENCE_ADDED = eventType('evidence.added', {
  subject: 'evidence',
  says: 'An item of evidence was added to a claim.',
  data: { evidence: EVIDENCE, ...VERSION },
});

const EVIDENCE_GONE = eventType('evidence.gone', {
  subject: 'evidence',
  says: 'An item of evidence was found to be no longer where it was.',
  data: { evidenceId: id(), ...VERSION },
});

export function evidenceAdded(claim: ClaimVersion, evidence: Type.Static<typeof EVIDENCE>): NewEvent {
  return EVIDENCE_ADDED.of(evidence, { evidence, ...versionOf(claim) });
}

export function evidenceGone(claim: ClaimVersion, gone: Required<About>): NewEvent {
  return EVIDENCE_GONE.of(gone, { evidenceId: gone.id, ...versionOf(claim) });
}
