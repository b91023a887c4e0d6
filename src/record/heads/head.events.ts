import { Type } from 'typebox';
import type { NewEvent } from '../events/event.js';
import { id, instant, nullable } from '../events/event-fields.js';
import { eventType } from '../events/event-type.js';
import type { SignedHead } from './head.js';

const HEAD = Type.Object({
  format: Type.Literal('second-source/history-head/1'),
  workspaceId: id(),
  day: Type.String({ format: 'date' }),
  madeAt: instant(),
  chains: Type.Object({ count: Type.Integer(), events: Type.Integer(), digest: Type.String() }),
  feed: Type.Object({ length: Type.Integer(), position: Type.Integer(), digest: Type.String() }),
  previous: nullable(Type.String()),
  digest: Type.String(),
  publicKey: nullable(Type.String()),
  signature: nullable(Type.String()),
});

const HEAD_SIGNED = eventType('history.head-signed', {
  subject: 'workspace',
  says: 'The head of the record was made for the days that had ended; keep it elsewhere.',
  data: { head: HEAD },
});

export function headSigned(head: SignedHead): NewEvent {
  return HEAD_SIGNED.of({ id: head.workspaceId }, { head });
}
