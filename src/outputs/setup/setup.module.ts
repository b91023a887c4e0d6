import { Module } from '@nestjs/common';
import { MembersModule } from '../../access/members/members.module.js';
import { SessionsModule } from '../../access/sessions/sessions.module.js';
import { PolicyModule } from '../../record/policy/policy.module.js';
import { WorkspacesModule } from '../../record/workspaces/workspaces.module.js';
import { QueuesModule } from '../../reviews/queues/queues.module.js';
import { RatingsModule } from '../../reviews/ratings/ratings.module.js';
import { RoutingModule } from '../../reviews/routing/routing.module.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.service.js';
import { WorkspaceOpening } from './workspace-opening.service.js';

@Module({
  imports: [
    WorkspacesModule,
    PolicyModule,
    MembersModule,
    SessionsModule,
    RatingsModule,
    QueuesModule,
    RoutingModule,
  ],
  controllers: [SetupController],
  providers: [Setup, WorkspaceOpening],
})
export class SetupModule {}
