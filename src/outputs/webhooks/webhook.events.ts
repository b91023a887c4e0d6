import { Type } from 'typebox';
import { changesBetween, type NewEvent } from '../../record/events/event.js';
import { changesOf, id, instant, list, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { DISABLED_REASONS, type Webhook } from './webhook.entity.js';

type Told = Pick<Webhook, 'id' | 'url' | 'events' | 'disabledAt'>;

// Addresses of webhooks often hold a secret in their path, and events are read by every member: they tell the host.
const FIELDS = { origin: Type.String(), events: list(Type.String()), enabled: Type.Boolean() };

export const WEBHOOK_CREATED = eventType('webhook.created', {
  subject: 'webhook',
  says: 'Events are sent to an address from now on.',
  data: { webhook: Type.Object(FIELDS) },
});

export const WEBHOOK_UPDATED = eventType('webhook.updated', {
  subject: 'webhook',
  says: 'A webhook was changed, or switched off or on by a member.',
  data: {
    changes: changesOf(FIELDS),
    moved: Type.Boolean({ description: 'Whether its address is another, be it on the same host.' }),
  },
});

export const WEBHOOK_SECRET_ROTATED = eventType('webhook.secret-rotated', {
  subject: 'webhook',
  says: 'A webhook was given a new secret.',
  data: { oldSecretsUntil: instant('Until then those before it sign too.') },
});

export const WEBHOOK_DISABLED = eventType('webhook.disabled', {
  subject: 'webhook',
  says: 'A webhook was switched off because of what its endpoint answers, or does not.',
  data: { why: oneOf(DISABLED_REASONS), failingSince: nullable(instant()) },
});

export const WEBHOOK_REDELIVERY_WANTED = eventType('webhook.redelivery-wanted', {
  subject: 'webhook',
  says: 'A member has had a delivery sent again.',
  data: { deliveryId: id(), eventId: id() },
});

export const WEBHOOK_DELETED = eventType('webhook.deleted', {
  subject: 'webhook',
  says: 'Nothing is sent to an address any more.',
  data: {},
});

/** Null when nothing changes. */
export function webhookUpdated(before: Told, after: Told): NewEvent | null {
  const changes = changesBetween(told(before), told(after));
  const moved = before.url !== after.url;
  if (Object.keys(changes).length === 0 && !moved) return null;
  return WEBHOOK_UPDATED.of({ id: after.id }, { changes, moved });
}

export function told({ url, events, disabledAt }: Told): {
  origin: string;
  events: string[];
  enabled: boolean;
} {
  return { origin: new URL(url).origin, events, enabled: disabledAt === null };
}
