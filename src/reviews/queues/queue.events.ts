import { Type } from 'typebox';
import { changesOf, id, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { AGREEMENTS, MODES } from './queue.entity.js';

const FIELDS = {
  name: Type.String(),
  isDefault: Type.Boolean(),
  reviews: Type.Integer(),
  blind: Type.Boolean(),
  agreement: oneOf(AGREEMENTS),
  leaseSeconds: Type.Integer(),
  mode: oneOf(MODES),
  offerSeconds: Type.Integer(),
  languages: list(Type.String()),
  skills: list(Type.String()),
  maxLeases: nullable(Type.Integer()),
  dueHours: nullable(Type.Integer()),
  priorityStepMinutes: Type.Integer(),
  dueNoticeHours: Type.Integer(),
  escalateTo: nullable(id()),
};

export const QUEUE_CREATED = eventType('queue.created', {
  subject: 'queue',
  says: 'A queue was opened.',
  data: { queue: Type.Object(FIELDS) },
});

export const QUEUE_UPDATED = eventType('queue.updated', {
  subject: 'queue',
  says: 'What a queue asks of reviews was changed.',
  data: { changes: changesOf(FIELDS) },
});
