import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import type { Doer } from '../../base/actor/actor.js';
import { Settings } from '../../base/config/settings.js';
import { Database } from '../../base/database/database.service.js';
import type { Reader, Tx } from '../../base/database/tx.js';
import { invalidField, Problem, TOO_LARGE, unknownReference } from '../../base/errors/problem.js';
import { Storage, StorageFault } from '../../base/storage/storage.js';
import { FILE_MISSING, storageUnavailable } from './file.errors.js';
import type { KeptFile, StoredFile } from './file.entity.js';
import { FilesRepository } from './files.repository.js';
import { FileTooLarge, Measuring } from './measuring.js';

const BYTES_IN_MB = 1_000_000;
const LOOSE_HOURS = 24;
const LEAVE_AT_ONCE = 100;

export interface Incoming {
  name: string;
  /** What the sender says it is. */
  declaredType: string | null;
  /** Hexadecimal; other bytes are refused. */
  expectedSha256?: string;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Keeps files. A row is there before the first byte and says when the last one is kept, so that whatever was cut short
 * is known by its row and taken away; bytes and row never wait for each other in one transaction.
 */
@Injectable()
export class Files {
  private readonly logger = new Logger(Files.name);
  readonly mostBytes: number;

  constructor(
    private readonly database: Database,
    private readonly repository: FilesRepository,
    private readonly storage: Storage,
    settings: Settings,
  ) {
    this.mostBytes = settings.FILES_MAX_MB * BYTES_IN_MB;
  }

  /** Keeps what comes, loosely: attach it within a day. Refused or cut short, nothing of it stays. */
  async receive({ workspaceId, memberId }: Doer, incoming: Incoming): Promise<KeptFile> {
    const file = { id: uuid(), workspaceId, name: incoming.name, receivedBy: memberId };
    await this.repository.insert(this.database, file);
    try {
      const measuring = new Measuring(this.mostBytes, incoming.declaredType);
      await this.storage.keep(keyOf(file), measuring.pass(incoming.bytes));
      const measured = await measuring.result();
      expectSound(measured, incoming.expectedSha256);
      const kept = await this.repository.kept(this.database, file.id, measured);
      if (kept === null) throw new Error('a file came so late that it was given up');
      return kept;
    } catch (error) {
      await this.takeAway(file);
      throw this.problemOf(error);
    }
  }

  /** From now on something on the record has it, for good. */
  async attach(tx: Tx, workspaceId: string, id: string, path: string): Promise<KeptFile> {
    const file = await this.repository.attach(tx, workspaceId, id);
    if (file === null) throw unknownReference(path, 'file');
    return file;
  }

  async known(reader: Reader, workspaceId: string, ids: string[]): Promise<Map<string, KeptFile>> {
    const files = await this.repository.find(reader, workspaceId, [...new Set(ids)]);
    return new Map(files.map((file) => [file.id, file]));
  }

  async open(file: KeptFile): Promise<Readable> {
    const bytes = await this.storage.open(keyOf(file)).catch((error: unknown) => {
      throw this.problemOf(error);
    });
    if (bytes === null)
      throw new Problem(
        FILE_MISSING,
        'The record says that it was kept, and it is gone. Ask whoever runs this server to restore it.',
      );
    return bytes;
  }

  /** Whether its bytes are still those that were kept; null when they are not there. */
  async isIntact(file: KeptFile): Promise<boolean | null> {
    const bytes = await this.storage.open(keyOf(file));
    if (bytes === null) return null;
    const hash = createHash('sha256');
    for await (const chunk of bytes) hash.update(chunk as Buffer);
    return hash.digest('hex') === file.sha256;
  }

  /** Takes away what nothing has a day after it came. */
  async sweep(): Promise<void> {
    for (const file of await this.repository.leave(this.database, LOOSE_HOURS, LEAVE_AT_ONCE))
      await this.takeAway(file);
  }

  /** Takes away what came and is not needed after all. */
  discard(file: KeptFile): Promise<void> {
    return this.takeAway(file);
  }

  /** Its row last: as long as that is there, the bytes are looked for again. */
  private async takeAway(file: Pick<StoredFile, 'id' | 'workspaceId'>): Promise<void> {
    try {
      await this.storage.remove(keyOf(file));
      await this.repository.remove(this.database, file.id);
    } catch (error) {
      this.logger.warn(`a file that is not needed stays for now: ${(error as Error).message}`);
    }
  }

  private problemOf(error: unknown): unknown {
    if (error instanceof FileTooLarge)
      return new Problem(
        TOO_LARGE,
        `A file may have at most ${this.mostBytes.toLocaleString('en')} bytes. Nothing was kept.`,
      );
    if (!(error instanceof StorageFault)) return error;
    this.logger.error(error.message);
    return storageUnavailable(error);
  }
}

function expectSound({ size, sha256 }: { size: number; sha256: string }, expected?: string): void {
  if (size === 0) throw invalidField('', 'There is nothing in the file that was sent.');
  if (expected !== undefined && expected.toLowerCase() !== sha256)
    throw invalidField('sha256', `must be the digest of what was sent, which is ${sha256}; send it again`);
}

/** No more files in one folder than it can bear: the end of an id is random. */
function keyOf({ workspaceId, id }: Pick<StoredFile, 'id' | 'workspaceId'>): string {
  return `${workspaceId}/${id.slice(-2)}/${id}`;
}
