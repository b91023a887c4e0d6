import { Type } from 'typebox';
import type { NewEvent } from '../../record/events/event.js';
import { id, instant, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { CHECK_OUTCOMES } from '../evidence/evidence.entity.js';
import type { KeptFile } from '../files/file.entity.js';
import { type Capture, CAPTURE_CAUSES } from './capture.entity.js';

const CAPTURE = Type.Object({
  id: id(),
  evidenceId: id(),
  number: Type.Integer(),
  cause: oneOf(CAPTURE_CAUSES),
  outcome: oneOf(CHECK_OUTCOMES),
  startedAt: instant(),
  finishedAt: instant(),
  url: Type.String({ format: 'uri' }),
  redirects: list(Type.Object({ url: Type.String(), status: Type.Integer() })),
  finalUrl: Type.String({ format: 'uri' }),
  status: nullable(Type.Integer()),
  headers: nullable(Type.Record(Type.String(), Type.Any())),
  fault: nullable(Type.String()),
  tool: Type.String(),
  fileId: nullable(id()),
});

const EVIDENCE_CHECKED = eventType('evidence.checked', {
  subject: 'evidence',
  says: 'The machine looked at what an item of evidence links to, and learned something. What it found is kept.',
  data: {
    capture: CAPTURE,
    /** Of the bytes that were there. */
    file: nullable(
      Type.Object({ id: id(), sha256: Type.String(), size: Type.Integer(), mediaType: Type.String() }),
    ),
    askedBy: nullable(id('The member who wanted it looked at.')),
  },
});

/** Every column of a capture but those that an event has anyway. */
export function toldCapture(capture: Capture): Omit<Capture, 'workspaceId' | 'claimId'> {
  const { workspaceId: _w, claimId: _c, ...told } = capture;
  return told;
}

export function evidenceChecked(capture: Capture, file: KeptFile | null, askedBy: string | null): NewEvent {
  const { evidenceId, claimId } = capture;
  return EVIDENCE_CHECKED.of(
    { id: evidenceId, claimId },
    {
      capture: toldCapture(capture),
      file: file && {
        id: file.id,
        sha256: file.sha256,
        size: Number(file.size),
        mediaType: file.mediaType,
      },
      askedBy,
    },
  );
}
