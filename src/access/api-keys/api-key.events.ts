import { Type } from 'typebox';
import { id, instant, nullable } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';

export const API_KEY_CREATED = eventType('api-key.created', {
  subject: 'api-key',
  says: 'A member was given a key.',
  data: {
    memberId: id(),
    prefix: Type.String(),
    lastFour: Type.String(),
    expiresAt: nullable(instant()),
  },
});

export const API_KEY_REVOKED = eventType('api-key.revoked', {
  subject: 'api-key',
  says: 'A key was revoked.',
  data: {},
});
