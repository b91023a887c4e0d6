import { Module } from '@nestjs/common';
import { SimilarRepository } from './similar.repository.js';
import { SimilarClaims } from './similar.service.js';
import { CountWordsJob } from './word-counting.job.js';

@Module({ providers: [SimilarClaims, SimilarRepository, CountWordsJob], exports: [SimilarClaims] })
export class SimilarModule {}
