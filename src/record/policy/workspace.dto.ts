import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../base/http/fields.js';
import type { Workspace } from '../workspaces/workspace.entity.js';

const NAME = 'What the newsroom is called.';

export class WorkspaceChange {
  @Text({ optional: true, description: NAME, example: 'The Newsroom' })
  name?: string;
}

export class WorkspaceDto {
  @ApiProperty({ format: 'uuid', example: '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60' })
  id: string;

  @ApiProperty({ example: 'the-newsroom', description: 'Its name in addresses, which never changes.' })
  slug: string;

  @ApiProperty({ example: 'The Newsroom', description: NAME })
  name: string;

  @ApiProperty({ format: 'date-time', example: '2024-10-24T10:00:00.000Z' })
  createdAt: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version: number;
}

export function presentWorkspace({ id, slug, name, createdAt, version }: Workspace): WorkspaceDto {
  return { id, slug, name, createdAt: createdAt.toISOString(), version };
}
