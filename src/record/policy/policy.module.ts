import { Global, Module } from '@nestjs/common';
import { Policies } from './policies.service.js';
import { PolicyController } from './policy.controller.js';
import { WorkspaceController } from './workspace.controller.js';
import { WorkspaceNaming } from './workspace-naming.service.js';

@Global()
@Module({
  controllers: [PolicyController, WorkspaceController],
  providers: [Policies, WorkspaceNaming],
  exports: [Policies],
})
export class PolicyModule {}
