import { Type } from 'typebox';
import { changesOf, id, list } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';

export const PARTY_UPDATED = eventType('party.updated', {
  subject: 'party',
  says: 'The name or the aliases of a party were changed.',
  data: { changes: changesOf({ name: Type.String(), aliases: list(Type.String()) }) },
});

export const PARTY_MERGED = eventType('party.merged', {
  subject: 'party',
  says: 'A party became part of another one.',
  data: { into: id('The party that remains.'), names: list(Type.String()) },
});
