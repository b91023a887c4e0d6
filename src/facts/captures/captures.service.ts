import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { notFound, Problem, type ProblemKind } from '../../base/errors/problem.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import type { Evidence } from '../evidence/evidence.entity.js';
import { EVIDENCE_GONE, EvidenceItems } from '../evidence/evidence.service.js';
import { NO_FILE } from '../files/file.errors.js';
import type { KeptFile } from '../files/file.entity.js';
import { Files } from '../files/files.service.js';
import { type CaptureDto, type CapturesQuery, presentCapture } from './capture.dto.js';
import { lookAtLinks } from './captures.jobs.js';
import { CapturesRepository } from './captures.repository.js';

export const NO_LINK: ProblemKind = {
  status: 409,
  code: 'evidence.no_link',
  title: 'This evidence has no link',
};

/** What was captured of evidence, and wanting it captured again. */
@Injectable()
export class Captures {
  constructor(
    private readonly database: Database,
    private readonly repository: CapturesRepository,
    private readonly evidence: EvidenceItems,
    private readonly files: Files,
    private readonly jobs: Jobs,
  ) {}

  async ask(actor: Actor, evidenceId: string): Promise<Evidence> {
    await this.database.transaction(async (tx) => {
      const { row } = await this.evidence.lock(tx, actor, evidenceId);
      if (row.goneAt !== null)
        throw new Problem(EVIDENCE_GONE, 'It was marked as gone; add it anew if it is there again.');
      if (row.url === null)
        throw new Problem(NO_LINK, 'There is nothing to look at: it has no url. Nothing was changed.');
      await this.repository.ask(tx, evidenceId, actor.memberId);
    });
    // When the machine's jobs cannot be reached, the sweep finds it.
    await this.jobs.add([{ kind: lookAtLinks, payload: {}, key: uuid() }]).catch(() => undefined);
    return this.evidence.read(actor, evidenceId);
  }

  async list(actor: Actor, evidenceId: string, query: CapturesQuery): Promise<Page<CaptureDto>> {
    const before = readCursor(query.cursor, ['number']);
    const { workspaceId } = await this.evidence.read(actor, evidenceId);
    const rows = await this.repository.page(
      this.database,
      workspaceId,
      evidenceId,
      query.limit + 1,
      before === null ? null : Number(before[0]),
    );
    const files = await this.files.known(
      this.database,
      workspaceId,
      rows.flatMap(({ fileId }) => fileId ?? []),
    );
    return pageFrom(
      rows,
      query.limit,
      ({ number }) => [String(number)],
      (row) => presentCapture(row, files),
    );
  }

  /** The bytes of an item: those that were uploaded, or those that were captured last. */
  async newestFile(actor: Actor, evidenceId: string): Promise<KeptFile> {
    const { workspaceId, fileId } = await this.evidence.read(actor, evidenceId);
    const kept =
      fileId ?? (await this.repository.newestKept(this.database, workspaceId, evidenceId))?.fileId ?? null;
    return this.file(workspaceId, kept);
  }

  async fileOf(actor: Actor, captureId: string): Promise<KeptFile> {
    const capture = await this.repository.find(this.database, actor.workspaceId, captureId);
    if (capture === null) throw notFound('capture');
    return this.file(actor.workspaceId, capture.fileId);
  }

  private async file(workspaceId: string, id: string | null): Promise<KeptFile> {
    if (id === null)
      throw new Problem(NO_FILE, 'Nothing of it was uploaded, and nothing captured until now.');
    return (await this.files.known(this.database, workspaceId, [id])).get(id)!;
  }
}
