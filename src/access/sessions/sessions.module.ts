import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { Invitations } from './invitations.service.js';
import { SessionAnswers } from './session-answers.service.js';
import { SessionCookie } from './session.cookie.js';
import { SessionsController } from './sessions.controller.js';
import { PruneSessionsJob } from './sessions.job.js';
import { SessionsRepository } from './sessions.repository.js';
import { Sessions } from './sessions.service.js';
import { ThrottleRepository } from './throttle.repository.js';

@Module({
  imports: [MembersModule],
  controllers: [SessionsController],
  providers: [
    Sessions,
    SessionsRepository,
    ThrottleRepository,
    Invitations,
    SessionCookie,
    SessionAnswers,
    PruneSessionsJob,
  ],
  exports: [Sessions, SessionAnswers, Invitations],
})
export class SessionsModule {}
