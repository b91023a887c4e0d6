import type * as S3 from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { Storage, StorageFault } from './storage.js';

/** So much is sent at once; two such pieces of a file are held in memory. */
const PIECE = 8 * 1024 * 1024;
const CONNECT_MS = 5000;
const IDLE_MS = 60_000;

/** A bucket of Amazon S3, or of what speaks its protocol. Credentials are found as the AWS SDK finds them. */
export class S3Storage extends Storage {
  private opened: Promise<{ sdk: typeof S3; client: S3.S3Client }> | undefined;
  private readonly bucket: string;
  private readonly prefix: string;

  /** `place` is `s3://bucket/prefix`; `endpoint` where it is not Amazon's. */
  constructor(
    private readonly place: string,
    private readonly endpoint: string | undefined,
  ) {
    super();
    const { hostname, pathname } = new URL(place);
    this.bucket = hostname;
    this.prefix = pathname.replace(/^\/|\/$/g, '');
  }

  /** A piece that does not come leaves nothing: a file of several pieces is there when the last one is. */
  async keep(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const [{ Readable }, { Upload }] = await Promise.all([
      import('node:stream'),
      import('@aws-sdk/lib-storage'),
    ]);
    const { client } = await this.connected();
    let broken: Error | undefined;
    const body = Readable.from(bytes).on('error', (error) => (broken = error));
    const upload = new Upload({
      client,
      params: { Bucket: this.bucket, Key: this.keyOf(key), Body: body },
      partSize: PIECE,
      queueSize: 1,
    });
    try {
      await upload.done();
    } catch (error) {
      throw broken ?? this.inWords(error);
    }
  }

  async open(key: string): Promise<Readable | null> {
    const { sdk, client } = await this.connected();
    try {
      const { Body } = await client.send(
        new sdk.GetObjectCommand({ Bucket: this.bucket, Key: this.keyOf(key) }),
      );
      return Body as Readable;
    } catch (error) {
      if (error instanceof sdk.NoSuchKey) return null;
      throw this.inWords(error);
    }
  }

  async remove(key: string): Promise<void> {
    const { sdk, client } = await this.connected();
    try {
      await client.send(new sdk.DeleteObjectCommand({ Bucket: this.bucket, Key: this.keyOf(key) }));
    } catch (error) {
      throw this.inWords(error);
    }
  }

  // Read when it is first needed: it is large, and most installations have none.
  private connected() {
    this.opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        ...(this.endpoint !== undefined && { endpoint: this.endpoint, forcePathStyle: true }),
        requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: IDLE_MS },
      }),
    }));
    return this.opened;
  }

  private keyOf(key: string): string {
    return this.prefix === '' ? key : `${this.prefix}/${key}`;
  }

  private inWords(error: unknown): StorageFault {
    return new StorageFault(
      `${this.place} cannot be used: ${(error as Error).name}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
