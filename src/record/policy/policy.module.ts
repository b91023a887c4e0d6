import { Global, Module } from '@nestjs/common';
import { Policies } from './policies.service.js';
import { PolicyController } from './policy.controller.js';

@Global()
@Module({ controllers: [PolicyController], providers: [Policies], exports: [Policies] })
export class PolicyModule {}
