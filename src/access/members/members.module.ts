import { Module } from '@nestjs/common';
import { Accounts } from '../accounts/accounts.service.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { Members } from './members.service.js';

@Module({
  controllers: [MembersController],
  providers: [Members, MembersRepository, Accounts],
  exports: [Members, Accounts],
})
export class MembersModule {}
