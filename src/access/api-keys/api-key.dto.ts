import { ApiProperty } from '@nestjs/swagger';
import { Id, Instant, Text } from '../../base/http/fields.js';
import { PageQuery, pageOf } from '../../base/http/pages.js';
import { type Role, ROLES } from '../../base/actor/actor.js';
import type { ApiKeyRow } from './api-keys.repository.js';

export class NewApiKey {
  @Id({ description: 'The member whose key it is; the key may do what that member may.' })
  memberId: string;

  @Text({ example: 'Dashboard in the newsroom' })
  name: string;

  @Instant({
    optional: true,
    nullable: true,
    example: null,
    description: 'When it stops working; null: never.',
  })
  expiresAt?: string | null;
}

export class ApiKeysQuery extends PageQuery {}

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  memberId: string;

  @ApiProperty({ enum: ROLES, example: 'viewer', description: 'The role of its member.' })
  role: Role;

  @ApiProperty({ example: 'Dashboard in the newsroom' })
  name: string;

  @ApiProperty({ example: 'ss_4f1c2ab90d3e' })
  prefix: string;

  @ApiProperty({ example: 'x7Qk' })
  lastFour: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  expiresAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Kept to the minute.',
  })
  lastUsedAt: string | null;
}

export class ApiKeyWithSecretDto extends ApiKeyDto {
  @ApiProperty({
    description: 'The key itself. It is shown this once; only a digest is kept.',
    example: 'ss_4f1c2ab90d3e_...',
  })
  key: string;
}

export const ApiKeyPage = pageOf(ApiKeyDto, 'ApiKeyPage');

export function presentApiKey(key: ApiKeyRow): ApiKeyDto {
  return {
    id: key.id,
    memberId: key.memberId,
    role: key.role,
    name: key.name,
    prefix: `ss_${key.prefix}`,
    lastFour: key.lastFour,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
