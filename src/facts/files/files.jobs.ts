import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { Files } from './files.service.js';

/** Takes away files that were uploaded and never used, or that were cut short. */
export const sweepFiles = jobKind({ name: 'file.sweep', attempts: 1, backoffSeconds: 1, everySeconds: 3600 });

@Injectable()
export class SweepFilesJob extends JobHandler<Record<string, never>> {
  readonly kind = sweepFiles;

  constructor(private readonly files: Files) {
    super();
  }

  perform(): Promise<void> {
    return this.files.sweep();
  }
}
