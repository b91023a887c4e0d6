import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { permissionsOf, permissionTable } from '../../access/permissions.js';
import { type Actor, type Role, ROLES } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { ACTS, CLAIM_STATES, CLOSED_REASONS, TRANSITIONS } from '../../facts/claims/claim.states.js';

const ID = '01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60';

export class MeDto {
  @ApiProperty({ format: 'uuid', example: ID, description: 'Your id as a member.' })
  id: string;

  @ApiProperty({ example: 'Front desk reviewer' })
  name: string;

  @ApiProperty({ format: 'uuid', example: ID })
  workspaceId: string;

  @ApiProperty({ enum: ROLES, example: 'reviewer' })
  role: Role;

  @ApiProperty({ type: [String], example: ['en'] })
  languages: string[];

  @ApiProperty({ type: [String], example: [] })
  skills: string[];

  @ApiProperty({
    type: [String],
    example: ['claim.read', 'review.take'],
    description: 'What your role may do.',
  })
  permissions: string[];
}

class TransitionDto {
  @ApiProperty({ enum: CLAIM_STATES, example: 'triage' })
  from: string;

  @ApiProperty({ enum: CLAIM_STATES, example: 'queued' })
  to: string;

  @ApiProperty({
    enum: [...ROLES, ...ACTS],
    example: 'fact_checker',
    description: 'The weakest role that may ask for it, or the act that alone brings it about.',
  })
  by: string;

  @ApiProperty({ required: false, example: 'the first take of a slot' })
  note?: string;
}

class RolePermissionsDto {
  @ApiProperty({ enum: ROLES, example: 'viewer' })
  role: string;

  @ApiProperty({ type: [String], example: ['claim.read'] })
  permissions: string[];
}

export class WorkflowDto {
  @ApiProperty({ enum: CLAIM_STATES, isArray: true, example: CLAIM_STATES })
  states: readonly string[];

  @ApiProperty({ type: [TransitionDto] })
  transitions: TransitionDto[];

  @ApiProperty({ enum: CLOSED_REASONS, isArray: true, example: CLOSED_REASONS })
  closedReasons: readonly string[];

  @ApiProperty({ type: [RolePermissionsDto] })
  roles: RolePermissionsDto[];
}

@Controller()
export class DeskController {
  @Get('me')
  @May('workspace.read')
  @Operation({ summary: 'Read who you are and what you may do', answer: MeDto })
  me(@Caller() actor: Actor): MeDto {
    const { memberId: id, name, workspaceId, role, languages, skills } = actor;
    return { id, name, workspaceId, role, languages, skills, permissions: permissionsOf(role) };
  }

  @Get('workflow')
  @May('workspace.read')
  @Operation({
    summary: 'Read the life of a claim and the permissions of each role, as data',
    answer: WorkflowDto,
  })
  workflow(): WorkflowDto {
    return {
      states: CLAIM_STATES,
      transitions: [...TRANSITIONS],
      closedReasons: CLOSED_REASONS,
      roles: permissionTable(),
    };
  }
}
