import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeys } from './api-keys.service.js';

@Module({
  imports: [MembersModule],
  controllers: [ApiKeysController],
  providers: [ApiKeys, ApiKeysRepository],
  exports: [ApiKeys],
})
export class ApiKeysModule {}
