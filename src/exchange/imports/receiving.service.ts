import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, system } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField, notFound, Problem } from '../../base/errors/problem.js';
import { type Page, pageFrom, type PageQuery, readCursor } from '../../base/http/pages.js';
import { Jobs } from '../../base/jobs/jobs.service.js';
import { Events } from '../../record/events/events.service.js';
import type { Import, ImportRow } from './import.entity.js';
import { importFailed, importStarted } from './import.events.js';
import type { ImportQuery, ImportRowsQuery } from './imports.dto.js';
import { runImport } from './imports.jobs.js';
import { ImportsRepository } from './imports.repository.js';
import { type ReadLine, rowsOf } from './reading.js';

const ROWS_AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 4 * 1024 * 1024;
const ABANDONED_MINUTES = 5;

/** Takes in what is to be imported: each row is kept as it comes, so that nothing of it has to fit into memory. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly jobs: Jobs,
    private readonly events: Events,
  ) {}

  /** Answers when all rows are kept. What breaks off is not begun. */
  async receive(actor: Actor, query: ImportQuery, body: AsyncIterable<Uint8Array>): Promise<Import> {
    const { workspaceId, memberId } = actor;
    const given = { id: uuid(), workspaceId, memberId, format: query.format, dryRun: query.dryRun ?? false };
    await this.repository.insert(this.database, given);
    try {
      for await (const { first, lines } of inParts(rowsOf(query.format, body)))
        await this.database.transaction((tx) => this.repository.keep(tx, given, first, lines));
      const { received } = await this.read(actor, given.id);
      if (received === 0) throw invalidField('', 'There is no row in what was sent.');
    } catch (error) {
      await this.fail(given, failureOf(error));
      throw error;
    }
    const received = await this.database.transaction(async (tx) => {
      const row = await this.repository.received(tx, given.id);
      await this.events.append(tx, actor, [importStarted(row)]);
      return row;
    });
    // When the machine's jobs cannot be reached, the sweep finds it.
    await this.jobs.add([{ kind: runImport, payload: { id: given.id }, key: uuid() }]).catch(() => undefined);
    return received;
  }

  /** Ends what nobody sends any more: the process that received it is gone. */
  async endAbandoned(): Promise<void> {
    for (const row of await this.repository.abandoned(this.database, ABANDONED_MINUTES))
      await this.fail(row, 'The server that received it was stopped. Send it again.');
  }

  async read(actor: Actor, id: string): Promise<Import> {
    const row = await this.repository.find(this.database, actor.workspaceId, id);
    if (row === null) throw notFound('import');
    return row;
  }

  async list({ workspaceId }: Actor, query: PageQuery): Promise<Page<Import>> {
    const after = readCursor(query.cursor, ['time', 'id']) as [string, string] | null;
    return pageFrom(
      await this.repository.page(this.database, workspaceId, query.limit, after),
      query.limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
  }

  async rows(actor: Actor, id: string, query: ImportRowsQuery): Promise<Page<ImportRow>> {
    const after = readCursor(query.cursor, ['number']);
    const of = await this.read(actor, id);
    const number = after === null ? null : Number(after[0]);
    return pageFrom(
      await this.repository.rows(this.database, of, query.outcome ?? null, query.limit, number),
      query.limit,
      (row) => [String(row.number)],
      (row) => row,
    );
  }

  private async fail(
    { id, workspaceId }: Pick<Import, 'id' | 'workspaceId'>,
    failure: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const failed = await this.repository.end(tx, id, failure);
      await this.events.append(tx, system(workspaceId), [importFailed(failed)]);
    });
  }
}

function failureOf(error: unknown): string {
  if (error instanceof Problem) return error.more.errors?.[0]?.message ?? error.detail;
  return 'What was sent broke off. Send it again.';
}

async function* inParts(rows: AsyncIterable<ReadLine>): AsyncGenerator<{ first: number; lines: ReadLine[] }> {
  let [first, lines, characters] = [1, [] as ReadLine[], 0];
  for await (const row of rows) {
    lines.push(row);
    characters += 'line' in row ? row.line.length : 0;
    if (lines.length < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
    yield { first, lines };
    [first, lines, characters] = [first + lines.length, [], 0];
  }
  if (lines.length > 0) yield { first, lines };
}
