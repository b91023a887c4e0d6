import { type Static, type TObject, type TProperties, Type } from 'typebox';
import type { EventType } from './event.js';

interface Declaration<Fields extends TProperties> {
  subject: string;
  says: string;
  data: Fields;
  inFeed?: boolean;
  erases?: boolean;
}

const declared = new Map<string, EventType>();

export function eventType<Fields extends TProperties>(
  name: string,
  { subject, says, data, inFeed = true, erases = false }: Declaration<Fields>,
): EventType<Static<TObject<Fields>>> {
  if (declared.has(name)) throw new Error(`The event type ${name} is declared twice.`);
  const type: EventType<Static<TObject<Fields>>> = {
    name,
    subject,
    says,
    data: Type.Object(data),
    inFeed,
    erases,
    of: ({ id, claimId, reason }, content) => ({
      type,
      subject: { type: subject, id },
      claimId: claimId ?? null,
      data: content,
      reason: reason ?? null,
    }),
  };
  declared.set(name, type);
  return type;
}

/** Every type of event that the rooms of this program declare, by name. */
export function declaredEvents(): EventType[] {
  return [...declared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
