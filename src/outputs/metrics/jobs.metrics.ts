import { Injectable } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Settings } from '../../base/config/settings.js';
import { declaredJobs } from '../../base/jobs/job-kind.js';
import { JobRunner } from '../../base/jobs/job-runner.service.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { Metrics } from './metrics.service.js';
import { Readings } from './readings.js';

const BUCKETS = [0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60];

/** The machine's jobs: how their runs in this process ended, and how many there are. Only where jobs run. */
@Injectable()
export class JobMetrics {
  constructor(settings: Settings, runner: JobRunner, jobs: Jobs, { registry }: Metrics, readings: Readings) {
    if (settings.ROLE === 'api') return;
    const duration = new Histogram({
      name: 'second_source_job_duration_seconds',
      help: 'Seconds that runs of jobs took in this process, by name and outcome; each try is a run.',
      labelNames: ['job', 'outcome'],
      buckets: BUCKETS,
      registers: [registry],
    });
    // From zero, so that the first failure is an increase.
    for (const { name } of declaredJobs()) {
      duration.zero({ job: name, outcome: 'completed' });
      duration.zero({ job: name, outcome: 'failed' });
    }
    runner.whenFinished(({ job, outcome, seconds }) => duration.observe({ job, outcome }, seconds));

    const depth = new Gauge({
      name: 'second_source_jobs',
      help: 'Jobs by state. The same from every process that runs jobs: use max, not sum.',
      labelNames: ['state'],
      registers: [registry],
    });
    readings.keep(
      'jobs',
      [depth],
      () => jobs.counts(),
      (counts) => {
        for (const [state, count] of Object.entries(counts)) depth.set({ state }, count);
      },
    );
  }
}
