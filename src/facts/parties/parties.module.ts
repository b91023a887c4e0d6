import { Module } from '@nestjs/common';
import { PartiesController } from './parties.controller.js';
import { PartiesRepository } from './parties.repository.js';
import { Parties } from './parties.service.js';

@Module({ controllers: [PartiesController], providers: [Parties, PartiesRepository], exports: [Parties] })
export class PartiesModule {}
