import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Storage, StorageFault } from './storage.js';

/** A folder on a disk. All processes of an installation must see the same one. */
export class FolderStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  /** Under another name first, and on the disk before it has its own: a crash leaves no half of a file. */
  async keep(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(key);
    const draft = `${path}.part`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(bytes, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(draft, path);
      await flushFolder(dirname(path));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw inWords(error, this.folder);
    }
  }

  async open(key: string): Promise<Readable | null> {
    try {
      const file = await open(this.pathOf(key));
      return createReadStream('', { fd: file });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw inWords(error, this.folder);
    }
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    await Promise.all([rm(path, { force: true }), rm(`${path}.part`, { force: true })]);
  }

  private pathOf(key: string): string {
    return join(this.folder, key);
  }
}

/** The file's own name is safe on the disk only with its folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const WORDS: Record<string, string> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk is read-only',
  ENOTDIR: 'it is no folder',
  EIO: 'its disk is broken',
};

function inWords(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  // What the sender's side threw has no system call of a file.
  if (code === undefined || syscall === undefined || syscall === 'read') return error;
  return new StorageFault(`${folder} cannot be used: ${WORDS[code] ?? code}`, { cause: error });
}
