import { Type } from 'typebox';
import { CORROBORATION_STATUSES } from '../../facts/corroboration/status.js';
import { changesOf, id, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';

const CONDITIONS = Type.Object({
  topics: list(Type.String()),
  languages: list(Type.String()),
  parties: list(id()),
  sources: list(id()),
  corroboration: list(oneOf(CORROBORATION_STATUSES)),
  minPriority: nullable(Type.Integer()),
});

export const ROUTING_CHANGED = eventType('queue.routing-changed', {
  subject: 'workspace',
  says: 'Other rules send claims to queues from now on.',
  data: { changes: changesOf({ rules: list(Type.Object({ when: CONDITIONS, queueId: id() })) }) },
});
