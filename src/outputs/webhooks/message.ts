import { Webhook as Signer } from 'standardwebhooks';
import type { EventDto } from '../../facts/telling/event.dto.js';

/** A request as the Standard Webhooks specification wants it. */
export interface Message {
  headers: Record<string, string>;
  body: string;
}

/** The event as it is told everywhere, signed with every secret that signs now. */
export function writeMessage(id: string, event: EventDto, secrets: string[], at: Date): Message {
  const body = JSON.stringify(event);
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
    },
    body,
  };
}
