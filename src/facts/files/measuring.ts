import { createHash } from 'node:crypto';
import { HEAD_BYTES, mediaTypeOf } from './media-types.js';

export interface Measured {
  /** In bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
  mediaType: string;
}

/** More bytes came than are allowed. */
export class FileTooLarge extends Error {}

/** Looks at bytes on their way past. */
export class Measuring {
  private readonly hash = createHash('sha256');
  private readonly head: Buffer[] = [];
  private size = 0;

  constructor(
    /** In bytes. */
    private readonly most: number,
    private readonly declaredType: string | null,
  ) {}

  async *pass(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (this.size < HEAD_BYTES) this.head.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - this.size)));
      this.size += chunk.length;
      if (this.size > this.most) throw new FileTooLarge();
      this.hash.update(chunk);
      yield chunk;
    }
  }

  /** Once all of it has passed. */
  async result(): Promise<Measured> {
    const mediaType = await mediaTypeOf(Buffer.concat(this.head), this.declaredType);
    return { size: this.size, sha256: this.hash.digest('hex'), mediaType };
  }
}
