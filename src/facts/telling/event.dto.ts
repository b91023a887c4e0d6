import { ApiProperty } from '@nestjs/swagger';
import { hasRole } from '../../base/actor/actor.js';
import { HIDDEN } from '../sources/source.events.js';
import type { Listener } from './listener.js';
import type { EventView } from './telling.repository.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class ActorDto {
  @ApiProperty({ enum: ['member', 'system'], example: 'member' })
  type: 'member' | 'system';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID })
  id: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Front desk',
    description: 'Joined when read; null when erased.',
  })
  name: string | null;
}

class SubjectDto {
  @ApiProperty({ example: 'claim' })
  type: string;

  @ApiProperty({ format: 'uuid', example: ID })
  id: string;
}

/** What the data of each type holds is said by schemas of their own, made in event.schemas.ts. */
export class EventDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '42',
    description: 'Its place in the feed; null for what only the ledger shows, or is not placed yet.',
  })
  cursor: string | null;

  @ApiProperty({
    example: 'claim.transitioned',
    description: 'Types may be added: pass over those you do not know.',
  })
  type: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z' })
  at: string;

  @ApiProperty({ type: ActorDto })
  actor: ActorDto;

  @ApiProperty({ type: SubjectDto })
  subject: SubjectDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ID })
  claimId: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { from: 'triage', to: 'queued', changes: {} },
    description: 'What happened, with before and after; null when it was erased.',
  })
  data: Record<string, unknown> | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  reason: string | null;
}

/** Who did it; the name is joined when it is read, and null once it was erased. */
export function presentActor({ actorType, actorId, actorName }: EventView): ActorDto {
  return { type: actorType, id: actorId, name: actorName };
}

/** An event as it is told, alike in the feed, in histories, streams and webhooks. */
export function presentEvent(event: EventView, listener: Listener): EventDto {
  return {
    id: event.id,
    cursor: event.position,
    type: event.type,
    at: event.at.toISOString(),
    actor: presentActor(event),
    subject: { type: event.subjectType, id: event.subjectId },
    claimId: event.claimId,
    data: isHiddenFrom(event, listener) ? withoutName(event.data) : event.data,
    reason: event.reason,
  };
}

/** Whether the event is about a source whose name this listener may not see. All others are told alike. */
export function isHiddenFrom({ confidentialTo }: EventView, listener: Listener): boolean {
  return confidentialTo !== null && confidentialTo !== listener.memberId && !hasRole(listener, 'editor');
}

/** Takes out what tells who a source is, which may have become confidential after the event was written. */
function withoutName(data: EventDto['data']): EventDto['data'] {
  if (data === null) return null;
  const without = (fields: unknown) =>
    Object.fromEntries(
      Object.entries(fields as Record<string, unknown>).filter(([name]) => !HIDDEN.includes(name)),
    );
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      name === 'source' || name === 'changes' ? [name, without(value)] : [name, value],
    ),
  );
}
