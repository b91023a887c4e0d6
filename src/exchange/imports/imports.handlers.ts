import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../base/database/database.service.js';
import { JobHandler } from '../../base/jobs/job-kind.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { runImport, sweepImports } from './imports.jobs.js';
import { ImportsRepository } from './imports.repository.js';
import { Imports } from './receiving.service.js';
import { ImportWork } from './working.service.js';

@Injectable()
export class RunImportJob extends JobHandler<{ id: string }> {
  readonly kind = runImport;

  constructor(
    private readonly work: ImportWork,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  async perform({ id }: { id: string }): Promise<void> {
    if (await this.work.run(id)) await this.jobs.add([{ kind: runImport, payload: { id }, key: uuid() }]);
  }
}

@Injectable()
export class SweepImportsJob extends JobHandler<Record<string, never>> {
  readonly kind = sweepImports;

  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly imports: Imports,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  async perform(): Promise<void> {
    await this.imports.endAbandoned();
    const waiting = await this.repository.waiting(this.database);
    await this.jobs.add(
      waiting.map((payload) => ({ kind: runImport, payload, key: uuid(), together: payload.id })),
    );
  }
}
