import { Body, Controller, Get, Patch } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Caller } from '../../base/http/caller.js';
import { type ExpectedVersion, IfMatch } from '../../base/http/if-match.js';
import { May } from '../../base/http/may.js';
import { Operation } from '../../base/http/operation.js';
import { presentWorkspace, WorkspaceChange, WorkspaceDto } from './workspace.dto.js';
import { WorkspaceNaming } from './workspace-naming.service.js';

@Controller('workspace')
export class WorkspaceController {
  constructor(private readonly naming: WorkspaceNaming) {}

  @Get()
  @May('workspace.read')
  @Operation({ summary: 'Read what your workspace is called', answer: WorkspaceDto })
  async read(@Caller() actor: Actor): Promise<WorkspaceDto> {
    return presentWorkspace(await this.naming.read(actor));
  }

  @Patch()
  @May('workspace.change')
  @Operation({
    summary: 'Rename your workspace',
    description: 'Addresses keep the slug it was opened with.',
    answer: WorkspaceDto,
    ifMatch: true,
  })
  async change(
    @Caller() actor: Actor,
    @IfMatch() expected: ExpectedVersion,
    @Body() change: WorkspaceChange,
  ): Promise<WorkspaceDto> {
    return presentWorkspace(await this.naming.change(actor, expected, change));
  }
}
