import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MembersModule } from '../members/members.module.js';
import { AccessGuard } from './access.guard.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeys } from './api-keys.service.js';
import { KeyCheck } from './key-check.service.js';

@Module({
  imports: [MembersModule],
  controllers: [ApiKeysController],
  providers: [ApiKeys, ApiKeysRepository, KeyCheck, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [ApiKeys, KeyCheck],
})
export class ApiKeysModule {}
