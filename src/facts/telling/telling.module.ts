import { Module } from '@nestjs/common';
import './event.schemas.js';
import { TellingRepository } from './telling.repository.js';

@Module({ providers: [TellingRepository], exports: [TellingRepository] })
export class TellingModule {}
