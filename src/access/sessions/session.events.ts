import { instant } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';

export const MEMBER_INVITED = eventType('member.invited', {
  subject: 'member',
  says: 'A person was given a link by which they choose a password.',
  data: { expiresAt: instant() },
});
