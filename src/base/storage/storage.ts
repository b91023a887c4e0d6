import type { Readable } from 'node:stream';

/** Where files are kept. A key names one file, is never used twice, and what is kept under it never changes. */
export abstract class Storage {
  /** Keeps a file as it comes: wholly, or not at all. Throws StorageFault where it cannot, and what `bytes` throws. */
  abstract keep(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;

  /** The file from its first byte on; null when it is not there. */
  abstract open(key: string): Promise<Readable | null>;

  /** Takes a file away, also where it is not there. */
  abstract remove(key: string): Promise<void>;
}

/** The place itself is at fault: full, out of reach, or not ours to write to. */
export class StorageFault extends Error {}
