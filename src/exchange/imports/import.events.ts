import { Type } from 'typebox';
import type { NewEvent } from '../../record/events/event.js';
import { oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { type Import, IMPORT_FORMATS } from './import.entity.js';

const COUNTS = {
  rows: Type.Integer(),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
  warnings: Type.Integer(),
};

const IMPORT_STARTED = eventType('import.started', {
  subject: 'import',
  says: 'A file was received to be imported.',
  data: { format: oneOf(IMPORT_FORMATS), dryRun: Type.Boolean(), rows: Type.Integer() },
});

const IMPORT_PROGRESSED = eventType('import.progressed', {
  subject: 'import',
  says: 'More rows of an import were worked through.',
  data: COUNTS,
});

const IMPORT_FINISHED = eventType('import.finished', {
  subject: 'import',
  says: 'All rows of an import were worked through.',
  data: COUNTS,
});

const IMPORT_FAILED = eventType('import.failed', {
  subject: 'import',
  says: 'An import ended before its last row; what was worked through stays.',
  data: COUNTS,
});

export function importStarted({ id, format, dryRun, received }: Import): NewEvent {
  return IMPORT_STARTED.of({ id }, { format, dryRun, rows: received });
}

export function importProgressed(row: Import): NewEvent {
  return IMPORT_PROGRESSED.of({ id: row.id }, countsOf(row));
}

export function importFinished(row: Import): NewEvent {
  return IMPORT_FINISHED.of({ id: row.id }, countsOf(row));
}

export function importFailed(row: Import): NewEvent {
  return IMPORT_FAILED.of({ id: row.id, reason: row.failure }, countsOf(row));
}

function countsOf({ received: rows, created, updated, unchanged, refused, warnings }: Import) {
  return { rows, created, updated, unchanged, refused, warnings };
}
