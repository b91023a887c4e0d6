import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from '../../base/actor/actor.js';
import { Id, Text } from '../../base/http/fields.js';
import { LONGEST, SHORTEST } from '../accounts/passwords.js';
import type { Session } from './session.entity.js';
import type { Place } from './sessions.repository.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';
const NEW_PASSWORD = `${SHORTEST} to ${LONGEST} characters of any kind, and not easily guessed.`;
// More than a password may have, so that a long one is told its limit.
const TYPED = 4 * LONGEST;

export class Credentials {
  @Text({ max: 320, example: 'reviewer@newsroom.example' })
  email: string;

  @Text({ max: TYPED, example: 'correct horse battery staple' })
  password: string;

  @Text({
    optional: true,
    max: 63,
    example: 'front-desk',
    description: 'The slug of the workspace; left out: where you were last.',
  })
  workspace?: string;
}

export class AcceptedInvitation {
  @Text({ max: 200, example: 'sn_0123456789ab_…', description: 'What stands in the link behind #.' })
  token: string;

  @Text({ max: TYPED, example: 'correct horse battery staple', description: NEW_PASSWORD })
  password: string;
}

export class NewPassword {
  @Text({ max: TYPED, example: 'the one I have now' })
  current: string;

  @Text({ max: TYPED, example: 'correct horse battery staple', description: NEW_PASSWORD })
  password: string;
}

export class OtherWorkspace {
  @Id({ example: ID })
  workspaceId: string;
}

class PlaceDto {
  @ApiProperty({ format: 'uuid', example: ID })
  workspaceId: string;

  @ApiProperty({ example: 'front-desk' })
  slug: string;

  @ApiProperty({ example: 'Front desk' })
  name: string;

  @ApiProperty({ format: 'uuid', example: ID })
  memberId: string;

  @ApiProperty({ enum: ROLES, example: 'reviewer' })
  role: Role;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ format: 'uuid', example: ID, description: 'The workspace that requests are about.' })
  workspaceId: string;

  @ApiProperty({ format: 'uuid', example: ID, description: 'Who makes them.' })
  memberId: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({
    format: 'date-time',
    example: '2024-11-23T10:00:00.000Z',
    description: 'When it ends; it ends sooner when it is not used for 7 days.',
  })
  expiresAt: string;

  @ApiProperty({ type: [PlaceDto], description: 'Every workspace in which you have a place.' })
  places: PlaceDto[];
}

export class ListedSessionDto {
  @ApiProperty({ format: 'uuid', example: ID })
  id: string;

  @ApiProperty({ example: true, description: 'Whether it is the one that asks.' })
  current: boolean;

  @ApiProperty({ format: 'uuid', example: ID })
  workspaceId: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Mozilla/5.0 …',
    description: 'As the browser says.',
  })
  userAgent: string | null;

  @ApiProperty({ type: String, nullable: true, example: '198.51.100.7' })
  address: string | null;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T12:00:00.000Z', description: 'To the minute.' })
  lastUsedAt: string;
}

export class SessionsDto {
  @ApiProperty({ type: [ListedSessionDto] })
  items: ListedSessionDto[];
}

export class InvitationDto {
  @ApiProperty({
    format: 'uri',
    example: 'https://desk.example/invitation#sn_0123456789ab',
    description: 'Send it to the person; it is shown once.',
  })
  url: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-31T10:00:00.000Z' })
  expiresAt: string;
}

export function presentSession(session: Session, places: Place[]): SessionDto {
  const { id, workspaceId, memberId, createdAt, expiresAt } = session;
  return {
    id,
    workspaceId,
    memberId,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    places,
  };
}

export function presentListed(session: Session, current: Session): ListedSessionDto {
  const { id, workspaceId, userAgent, address, createdAt, lastUsedAt } = session;
  return {
    id,
    current: id === current.id,
    workspaceId,
    userAgent,
    address,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  };
}
