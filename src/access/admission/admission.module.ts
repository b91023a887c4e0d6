import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccessGuard } from './access.guard.js';
import { Admissions } from './admissions.service.js';

@Module({
  imports: [ApiKeysModule, SessionsModule],
  providers: [Admissions, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Admissions],
})
export class AdmissionModule {}
