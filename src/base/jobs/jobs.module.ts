import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRunner } from './job-runner.service.js';
import { Jobs } from './jobs.service.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Jobs, JobRunner], exports: [Jobs, JobRunner] })
export class JobsModule {}
