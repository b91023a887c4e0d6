import { Type } from 'typebox';
import { ROLES } from '../../base/actor/actor.js';
import { changesOf, id, list, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';

// Names of persons stay out of events; they are joined when one is read.
const FIELDS = { role: oneOf(ROLES), languages: list(Type.String()), skills: list(Type.String()) };

export const MEMBER_ADMITTED = eventType('member.admitted', {
  subject: 'member',
  says: 'A person or a program became a member.',
  data: FIELDS,
});

export const MEMBER_UPDATED = eventType('member.updated', {
  subject: 'member',
  says: 'A member was given another role, other languages or skills, or another name.',
  data: { changes: changesOf(FIELDS), renamed: Type.Boolean() },
});

export const MEMBER_ERASED = eventType('member.erased', {
  subject: 'member',
  says: 'Everything that told who a member was is gone for good.',
  data: { erased: list(id('An event of this member whose content was taken away.')) },
  erases: true,
});

export const MEMBER_REMOVED = eventType('member.removed', {
  subject: 'member',
  says: 'A member was removed.',
  data: {},
});
