import { Global, Module } from '@nestjs/common';
import { Workspaces } from './workspaces.service.js';

@Global()
@Module({ providers: [Workspaces], exports: [Workspaces] })
export class WorkspacesModule {}
