import { Module } from '@nestjs/common';
import { SourcesModule } from '../sources/sources.module.js';
import { ClaimsRepository } from './claims.repository.js';
import { Claims } from './claims.service.js';

@Module({ imports: [SourcesModule], providers: [Claims, ClaimsRepository], exports: [Claims] })
export class ClaimsModule {}
